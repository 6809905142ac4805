// Generated from openrpc.json by `npm run generate`. Do not edit.

//! What streams tell.

use serde_json::{from_value, Value};

use super::types::*;

/// An event, or the mark between what had been and what is new.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A block became final.
    ChainBlock(BlockEvent),
    /// The node changed its state.
    ChainStatus(ChainStatusEvent),
    /// The balance of an account changed.
    AccountBalance(Balance),
    /// A payment was made, went on, or came in (`direction` "in"): what an exchange follows to see
    /// deposits.
    PaymentStatus(Payment),
    /// A message is complete.
    MessageReceived(Message),
    /// A message, sent or received, has a new state.
    MessageStatus(MessageStatus),
    /// A stake was made, went on, or changed its value at the end of an epoch.
    StakeStatus(Stake),
    /// An epoch began.
    StakeEpoch(EpochEvent),
    /// Stake of a validator was burnt.
    StakeSlashed(Slashing),
    /// A validator was left out of the set because it was silent.
    StakeSuspended(SuspendedEvent),
    /// Pool and eligible of a draw are fixed.
    AwardFrozen(AwardDraw),
    /// The seed of a draw is there.
    AwardSeeded(AwardDraw),
    /// A draw is over: it was paid, or `outcome` says why not.
    AwardPaid(AwardRecord),
    /// Everything that had happened when the stream began has been told; from here on events are live. Comes once.
    CaughtUp,
    /// An event that is not in the contract of this crate: that of a newer node.
    Unknown {
        /// Its topic.
        topic: String,
        /// All that came with it.
        event: Value,
    },
}

impl Event {
    /// Its topic in the contract, such as `chain.block`.
    pub fn topic(&self) -> &str {
        match self {
            Self::ChainBlock(_) => "chain.block",
            Self::ChainStatus(_) => "chain.status",
            Self::AccountBalance(_) => "account.balance",
            Self::PaymentStatus(_) => "payment.status",
            Self::MessageReceived(_) => "message.received",
            Self::MessageStatus(_) => "message.status",
            Self::StakeStatus(_) => "stake.status",
            Self::StakeEpoch(_) => "stake.epoch",
            Self::StakeSlashed(_) => "stake.slashed",
            Self::StakeSuspended(_) => "stake.suspended",
            Self::AwardFrozen(_) => "award.frozen",
            Self::AwardSeeded(_) => "award.seeded",
            Self::AwardPaid(_) => "award.paid",
            Self::CaughtUp => "caught_up",
            Self::Unknown { topic, .. } => topic,
        }
    }

    pub(crate) fn from_wire(topic: &str, event: Value) -> Self {
        let known = match topic {
            "chain.block" => from_value(event.clone()).map(Self::ChainBlock),
            "chain.status" => from_value(event.clone()).map(Self::ChainStatus),
            "account.balance" => from_value(event.clone()).map(Self::AccountBalance),
            "payment.status" => from_value(event.clone()).map(Self::PaymentStatus),
            "message.received" => from_value(event.clone()).map(Self::MessageReceived),
            "message.status" => from_value(event.clone()).map(Self::MessageStatus),
            "stake.status" => from_value(event.clone()).map(Self::StakeStatus),
            "stake.epoch" => from_value(event.clone()).map(Self::StakeEpoch),
            "stake.slashed" => from_value(event.clone()).map(Self::StakeSlashed),
            "stake.suspended" => from_value(event.clone()).map(Self::StakeSuspended),
            "award.frozen" => from_value(event.clone()).map(Self::AwardFrozen),
            "award.seeded" => from_value(event.clone()).map(Self::AwardSeeded),
            "award.paid" => from_value(event.clone()).map(Self::AwardPaid),
            "caught_up" => return Self::CaughtUp,
            _ => return Self::Unknown { topic: topic.to_owned(), event },
        };
        known.unwrap_or_else(|_| Self::Unknown { topic: topic.to_owned(), event })
    }
}
