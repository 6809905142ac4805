//! Waiting for what takes a few blocks.

use std::time::{Duration, Instant};

use crate::{Client, Error, Event, EventsOptions, Result};

/// Follows events and looks again at each one that concerns it. Nothing is missed between looking and following: looking comes
/// after `caught_up`.
///
/// # Errors
///
/// `timeout` when nothing is found by then, and those of looking.
pub fn wait_for<T>(
    client: &Client,
    options: EventsOptions,
    at_most: Duration,
    concerns: impl Fn(&Event) -> bool,
    look: impl Fn() -> Result<Option<T>>,
) -> Result<T> {
    let deadline = Instant::now() + at_most;
    let mut events = client.events(options);
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let item = events.next_within(left)?.ok_or_else(|| Error::timeout(at_most))?;
        if concerns(&item.event) {
            if let Some(found) = look()? {
                return Ok(found);
            }
        }
    }
}
