//! Waiting until a payment is decided.

use std::time::Duration;

use crate::wait::wait_for;
use crate::{
    AccountId, Client, ErrorKind, Event, EventsOptions, Payment, PaymentGetParams, PaymentId, PaymentStatus, Refusal,
    Result, TopicPattern,
};

/// Waits until a payment is `final`, `rejected` or `cancelled`, and returns it. One the account has not heard of yet is waited
/// for, since a receiver hears of it by its block.
///
/// `account_id` is the account to look at when both sides are on the node.
///
/// # Errors
///
/// `timeout` when it is not decided by then, and those of `payment.get`.
pub fn wait_for_payment(
    client: &Client,
    payment_id: &PaymentId,
    account_id: impl Into<Option<AccountId>>,
    at_most: Duration,
) -> Result<Payment> {
    let mut params = PaymentGetParams::new(payment_id);
    let mut options = EventsOptions::new([TopicPattern::PaymentStatus]);
    if let Some(account_id) = account_id.into() {
        options = options.account_id(&account_id);
        params = params.account_id(account_id);
    }
    let concerns = |event: &Event| !matches!(event, Event::PaymentStatus(payment) if payment.payment_id != *payment_id);
    wait_for(client, options, at_most, concerns, || match client.payment().get(params.clone()) {
        Ok(payment) if matches!(payment.status, PaymentStatus::Created | PaymentStatus::Broadcast) => Ok(None),
        Err(error) if matches!(error.kind(), ErrorKind::Refused(Refusal::PaymentNotFound(_))) => Ok(None),
        other => other.map(Some),
    })
}
