//! What the tests run against: a node in a process of its own, and a proxy that cuts connections.

mod node;
mod proxy;
#[cfg(feature = "tls")]
mod tls_proxy;

pub use node::Node;
pub use proxy::Proxy;
#[cfg(feature = "tls")]
pub use tls_proxy::TlsProxy;

use std::time::Duration;
use stegos::{Client, ClientOptions, Retry};

/// A variable that `test/sdks/rust.test.ts` of the project sets.
pub fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `npm test -- test/sdks/rust.test.ts`"))
}

/// The node that tests share.
pub fn url() -> String {
    variable("STEGOS_URL")
}

pub fn token() -> String {
    variable("STEGOS_TOKEN")
}

pub fn client() -> Client {
    Client::new(&url(), &token()).unwrap()
}

/// A client that looks for its node again at once.
pub fn impatient(url: &str, token: &str) -> Client {
    let retry = Retry { attempts: 200, delay: Duration::from_millis(10), max_delay: Duration::from_millis(100) };
    Client::with_options(ClientOptions::new(url).token(token).retry(retry)).unwrap()
}
