//! Waiting until a payment is decided.

use std::time::{Duration, Instant};

use crate::{
    AccountId, Client, Error, ErrorKind, Event, EventsOptions, Payment, PaymentGetParams, PaymentId, PaymentStatus,
    Refusal, Result, TopicPattern,
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
    let deadline = Instant::now() + at_most;
    let mut params = PaymentGetParams::new(payment_id);
    let mut options = EventsOptions::new([TopicPattern::PaymentStatus]);
    if let Some(account_id) = account_id.into() {
        options = options.account_id(&account_id);
        params = params.account_id(account_id);
    }
    // Nothing is missed between looking and following: looking comes after `caught_up`.
    let mut events = client.events(options);
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let item = events.next_within(left)?.ok_or_else(|| Error::timeout(at_most))?;
        if matches!(&item.event, Event::PaymentStatus(payment) if payment.payment_id != *payment_id) {
            continue;
        }
        match client.payment().get(params.clone()) {
            Ok(payment) if !matches!(payment.status, PaymentStatus::Created | PaymentStatus::Broadcast) => {
                return Ok(payment);
            }
            Err(error) if !matches!(error.kind(), ErrorKind::Refused(Refusal::PaymentNotFound(_))) => {
                return Err(error)
            }
            _ => {}
        }
    }
}
