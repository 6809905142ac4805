//! What a client is made with.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::Retry;

/// Where the node is, and how the client behaves.
///
/// ```
/// use std::time::Duration;
/// use stegos::{Client, ClientOptions};
///
/// let options = ClientOptions::new("http://127.0.0.1:3145").token("…").timeout(Duration::from_secs(10));
/// assert!(!format!("{options:?}").contains('…'), "a token is never printed");
/// ```
#[derive(Clone)]
pub struct ClientOptions {
    pub(crate) url: String,
    pub(crate) token: Option<String>,
    pub(crate) timeout: Duration,
    pub(crate) retry: Retry,
    pub(crate) check_contract: bool,
    pub(crate) probe_interval: Duration,
    pub(crate) certificates: Vec<Vec<u8>>,
    pub(crate) on_warning: Arc<dyn Fn(&str) + Send + Sync>,
}

impl ClientOptions {
    /// The address of the node, such as `http://127.0.0.1:3145`.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            token: None,
            timeout: Duration::from_secs(60),
            retry: Retry::default(),
            check_contract: true,
            probe_interval: Duration::from_secs(15),
            certificates: Vec::new(),
            on_warning: Arc::new(|message| eprintln!("stegos: {message}")),
        }
    }

    /// The bearer token; that of the owner is in `api.token` in the data directory of the node.
    pub fn token(mut self, token: impl AsRef<str>) -> Self {
        self.token = Some(token.as_ref().trim().to_owned());
        self
    }

    /// What one attempt of a call may take; a minute unless told.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How failed calls are repeated; eight attempts over about ten seconds unless told.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Whether to compare the contract of the node with that of this crate after the first call. True unless told.
    pub fn check_contract(mut self, check: bool) -> Self {
        self.check_contract = check;
        self
    }

    /// Silence of a stream after which its connection is probed; 15 seconds unless told.
    pub fn probe_interval(mut self, interval: Duration) -> Self {
        self.probe_interval = interval;
        self
    }

    /// A certificate to trust, PEM, beside those of the system: that of a node which made its own, or of who vouches for it.
    /// Needs the feature `tls`. Without it certificates are checked, too, against those of the system.
    pub fn trust(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.certificates.push(pem.into());
        self
    }

    /// Is told what a developer should know, such as that the node serves another contract. Unless told it is printed to
    /// stderr.
    pub fn on_warning(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.on_warning = Arc::new(tell);
        self
    }
}

impl fmt::Debug for ClientOptions {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ClientOptions")
            .field("url", &self.url)
            .field("token", &self.token.as_ref().map(|_| "hidden"))
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
