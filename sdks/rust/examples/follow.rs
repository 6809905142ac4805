//! Follows blocks and epochs from a cursor, and prints a line for each: topic, height, cursor.
//!
//! `STEGOS_URL`, `STEGOS_TOKEN`, `STEGOS_FROM`; `STEGOS_REST` are milliseconds it rests after each.

use std::env::var;
use std::io::{stdout, Write};
use std::thread::sleep;
use std::time::Duration;

use stegos::*;

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    // Impatient: the tests take its connection away all the time.
    let retry = Retry { attempts: 1_000, delay: Duration::from_millis(10), max_delay: Duration::from_millis(200) };
    let options = ClientOptions::new(var("STEGOS_URL")?)
        .token(var("STEGOS_TOKEN")?)
        .retry(retry)
        .probe_interval(Duration::from_secs(1))
        .check_contract(false);
    let client = Client::with_options(options)?;

    let rest = Duration::from_millis(var("STEGOS_REST").map_or(Ok(0), |text| text.parse())?);
    let from = var("STEGOS_FROM").unwrap_or_else(|_| "genesis".to_owned());
    let topics = [TopicPattern::ChainBlock, TopicPattern::StakeAll];
    for item in client.events(EventsOptions::new(topics).from(from.as_str())) {
        let Item { cursor, event, .. } = item?;
        let height = match &event {
            Event::ChainBlock(block) => block.height.to_string(),
            Event::StakeEpoch(epoch) => epoch.height.to_string(),
            _ => "-".to_owned(),
        };
        writeln!(stdout(), "{} {height} {cursor}", event.topic())?;
        sleep(rest);
    }
    Ok(())
}
