//! Waiting until a stake stands as it is to stand, or until an operation on it is final.

use std::time::Duration;

use crate::wait::wait_for;
use crate::{
    AccountId, Client, Error, ErrorKind, Event, EventsOptions, LeavingStatus, Refusal, RefusedOperation, Result, Stake,
    StakeGetParams, StakeId, StakeStatus, TopicPattern, TransactionId,
};

/// How a stake is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StakeGoal {
    /// It is staked.
    Active,
    /// Nothing of it waits for the unbonding time.
    Released,
    /// All of it is back.
    Withdrawn,
}

/// What [`wait_for_stake`] waits for.
#[derive(Clone, Debug)]
pub struct StakeWait {
    account_id: AccountId,
    stake_id: StakeId,
    transaction_id: Option<TransactionId>,
    until: Option<StakeGoal>,
}

impl StakeWait {
    /// This stake of the account: until it is active, unless told otherwise.
    pub fn new(account_id: impl Into<AccountId>, stake_id: impl Into<StakeId>) -> Self {
        Self { account_id: account_id.into(), stake_id: stake_id.into(), transaction_id: None, until: None }
    }

    /// Until that operation is final; one that fails is an error.
    pub fn operation(mut self, transaction_id: impl Into<TransactionId>) -> Self {
        self.transaction_id = Some(transaction_id.into());
        self
    }

    /// Until the stake stands like that.
    pub fn until(mut self, goal: StakeGoal) -> Self {
        self.until = Some(goal);
        self
    }

    /// Whether the stake stands as was waited for; an error when the operation failed.
    fn is_over(&self, stake: &Stake) -> Result<bool> {
        if let Some(refused) = &stake.refused {
            if self.transaction_id.as_ref() == Some(&refused.transaction_id) {
                return Err(refused_error(refused));
            }
        }
        let goal = self.until.or_else(|| self.transaction_id.is_none().then_some(StakeGoal::Active));
        let under_way = self.transaction_id.is_some()
            && stake.pending.as_ref().map(|pending| &pending.transaction_id) == self.transaction_id.as_ref();
        Ok(stake.status == StakeStatus::Rejected || (!under_way && goal.map_or(true, |goal| goal.is_reached(stake))))
    }
}

impl StakeGoal {
    fn is_reached(self, stake: &Stake) -> bool {
        let made = !matches!(stake.status, StakeStatus::Created | StakeStatus::Broadcast);
        match self {
            Self::Active => made,
            Self::Released => {
                made && stake.status != StakeStatus::Active
                    && stake.leaving.iter().all(|part| part.status == LeavingStatus::Withdrawable)
            }
            Self::Withdrawn => stake.status == StakeStatus::Withdrawn,
        }
    }
}

/// Waits until a stake is active, released or withdrawn, or until an operation on it is final, and returns it. It ends as well
/// when the stake is `rejected`. A stake the account has not heard of yet is waited for. Unbonding takes weeks on the main
/// network.
///
/// ```no_run
/// # fn example(client: stegos::Client, ann: stegos::AccountId) -> stegos::Result<()> {
/// use std::time::Duration;
/// use stegos::{wait_for_stake, StakeDepositParams, StakeWait};
///
/// let amount = "50".parse().expect("an amount");
/// let sent = client.stake().deposit(StakeDepositParams::new(&ann, amount))?;
/// let stake = wait_for_stake(&client, &StakeWait::new(&ann, &sent.stake_id), Duration::from_secs(60))?;
/// println!("{} STG are staked", stake.amount);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// `operation_refused` when the operation will never be in a block, `timeout` when it is not there by then, and those of
/// `stake.get`.
pub fn wait_for_stake(client: &Client, what: &StakeWait, at_most: Duration) -> Result<Stake> {
    let options = EventsOptions::new([TopicPattern::StakeStatus]).account_id(&what.account_id);
    let concerns = |event: &Event| !matches!(event, Event::StakeStatus(stake) if stake.stake_id != what.stake_id);
    wait_for(client, options, at_most, concerns, || {
        match client.stake().get(StakeGetParams::new(&what.account_id, &what.stake_id)) {
            Ok(stake) => Ok(what.is_over(&stake)?.then_some(stake)),
            Err(error) if matches!(error.kind(), ErrorKind::Refused(Refusal::UnknownStake(_))) => Ok(None),
            Err(error) => Err(error),
        }
    })
}

fn refused_error(refused: &RefusedOperation) -> Error {
    let rule = refused.rule.as_ref().map_or(String::new(), |rule| format!(": {rule}"));
    let (operation, reason) = (refused.operation.as_str(), refused.reason.as_str());
    let message = format!("The operation {operation} will never be in a block ({reason}{rule})");
    Error::operation_refused(message, refused.clone())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn stake(status: &str, leaving: &[&str], pending: Option<&str>) -> Stake {
        let parts: Vec<_> = leaving
            .iter()
            .map(|status| json!({ "status": status, "amount": "1", "releaseEpoch": 3, "releaseHeight": 9 }))
            .collect();
        let mut told = json!({
            "stakeId": "s1", "accountId": "a1", "type": "deposit", "status": status, "validatorId": "v1", "amount": "7",
            "leaving": parts,
        });
        if let Some(transaction) = pending {
            told["pending"] = json!({ "transactionId": transaction, "type": "unbond", "status": "broadcast" });
        }
        serde_json::from_value(told).unwrap()
    }

    /// A stake that goes from one state to the next with each event.
    fn way() -> [Stake; 6] {
        [
            stake("broadcast", &[], None),
            stake("active", &[], None),
            stake("active", &[], Some("out")),
            stake("unbonding", &["unbonding"], None),
            stake("withdrawable", &["withdrawable"], None),
            stake("withdrawn", &[], None),
        ]
    }

    #[test]
    fn each_goal_is_over_where_it_is_reached() {
        let what = || StakeWait::new("a1", "s1");
        for (what, from, reached) in [
            (what(), 0, 1),
            (what().operation("out"), 0, 0),
            (what().operation("out"), 2, 3),
            (what().until(StakeGoal::Released), 0, 4),
            (what().until(StakeGoal::Withdrawn), 0, 5),
            (what().operation("out").until(StakeGoal::Withdrawn), 0, 5),
        ] {
            for (index, stake) in way().iter().enumerate().take(reached + 1).skip(from) {
                assert_eq!(what.is_over(stake).unwrap(), index == reached, "{what:?}: {index}");
            }
        }
        assert!(what().until(StakeGoal::Withdrawn).is_over(&stake("rejected", &[], None)).unwrap());
    }

    #[test]
    fn an_operation_that_fails_is_an_error_with_its_reason() {
        let refused = json!({ "transactionId": "out", "operation": "unbond", "reason": "input_spent", "height": 7 });
        let mut stake = stake("active", &[], None);
        stake.refused = Some(serde_json::from_value(refused).unwrap());
        let error = StakeWait::new("a1", "s1").operation("out").is_over(&stake).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::OperationRefused(operation) if operation.height == 7), "{error:?}");
        assert_eq!((error.symbol(), error.is_retryable()), ("operation_refused", false));
        assert!(error.to_string().contains("unbond") && error.to_string().contains("input_spent"));
        assert!(StakeWait::new("a1", "s1").operation("other").is_over(&stake).unwrap());
    }
}
