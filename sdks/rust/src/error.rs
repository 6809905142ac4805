//! The one error of the crate. Errors are told apart by kind or symbol, never by message.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::address::Address;
use crate::{Refusal, RefusedOperation};

/// What a call or a stream gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A call or a stream failed. [`Error::kind`] says how.
///
/// ```no_run
/// # fn example(client: stegos::Client, params: stegos::PaymentSendParams) -> stegos::Result<()> {
/// use stegos::{ErrorKind, Refusal};
///
/// match client.payment().send(params) {
///     Ok(sent) => println!("{:?}", sent.status),
///     Err(error) => match error.kind() {
///         ErrorKind::Refused(Refusal::InsufficientFunds(data)) => {
///             println!("{} needed, {} there", data.needed, data.available)
///         }
///         _ => return Err(error),
///     },
/// }
/// # Ok(())
/// # }
/// ```
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    kind: ErrorKind,
    message: String,
    code: Option<i64>,
    retryable: bool,
    method: Option<String>,
    idempotency_key: Option<String>,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

/// How a call failed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The node said no, for a reason of the contract.
    Refused(Refusal),
    /// The node cannot be reached, or the connection broke before the answer came: the call may have been carried out.
    ConnectionLost,
    /// No answer within that time: the call may have been carried out.
    Timeout(Duration),
    /// What answered is not a Stegos node: often a proxy, or another service on that port.
    InvalidResponse {
        /// Of the HTTP answer, if there was one.
        status: Option<u16>,
    },
    /// What [`wait_for_stake`](crate::wait_for_stake) waited for will never be in a block: the stake is as it was.
    OperationRefused(Box<RefusedOperation>),
    /// The address given to the client is none, or needs the feature `tls`; the token is none that a header could carry; or a
    /// certificate is none.
    InvalidOptions,
}

impl Error {
    /// How it failed.
    pub fn kind(&self) -> &ErrorKind {
        &self.inner.kind
    }

    /// What happened in one word: a symbol of the contract such as `insufficient_funds`, or `connection_lost`, `timeout`,
    /// `invalid_response`, `operation_refused`, `invalid_options`.
    pub fn symbol(&self) -> &str {
        match &self.inner.kind {
            ErrorKind::Refused(refusal) => refusal.symbol(),
            ErrorKind::ConnectionLost => "connection_lost",
            ErrorKind::Timeout(_) => "timeout",
            ErrorKind::InvalidResponse { .. } => "invalid_response",
            ErrorKind::OperationRefused(_) => "operation_refused",
            ErrorKind::InvalidOptions => "invalid_options",
        }
    }

    /// Number in the contract's error table; none for errors of the client.
    pub fn code(&self) -> Option<i64> {
        self.inner.code
    }

    /// Whether the same call may succeed later. The client has tried several times already.
    pub fn is_retryable(&self) -> bool {
        self.inner.retryable
    }

    /// The method that was called.
    pub fn method(&self) -> Option<&str> {
        self.inner.method.as_deref()
    }

    /// The key the call was made with: calling again with it and the same parameters never has a second effect.
    pub fn idempotency_key(&self) -> Option<&str> {
        self.inner.idempotency_key.as_deref()
    }

    pub(crate) fn refused(code: i64, message: String, retryable: bool, refusal: Refusal) -> Self {
        Self {
            inner: Box::new(Inner { code: Some(code), ..Inner::new(ErrorKind::Refused(refusal), message, retryable) }),
        }
    }

    pub(crate) fn connection_lost(address: &Address, cause: std::io::Error) -> Self {
        Self::own(ErrorKind::ConnectionLost, format!("No connection to {address}"), true).because(cause)
    }

    pub(crate) fn timeout(after: Duration) -> Self {
        Self::own(ErrorKind::Timeout(after), format!("No answer within {} ms", after.as_millis()), true)
    }

    pub(crate) fn invalid_response(status: Option<u16>) -> Self {
        let what = status.map_or(String::new(), |status| format!(" (HTTP status {status})"));
        // What a proxy says while the node behind it is away.
        let retryable = matches!(status, Some(502..=504));
        let message = format!("The answer is not one of a Stegos node{what}");
        Self::own(ErrorKind::InvalidResponse { status }, message, retryable)
    }

    pub(crate) fn operation_refused(message: String, operation: RefusedOperation) -> Self {
        Self::own(ErrorKind::OperationRefused(Box::new(operation)), message, false)
    }

    pub(crate) fn invalid_options(message: &str) -> Self {
        Self::own(ErrorKind::InvalidOptions, message.to_owned(), false)
    }

    pub(crate) fn because(mut self, cause: impl StdError + Send + Sync + 'static) -> Self {
        self.inner.cause = Some(Box::new(cause));
        self
    }

    pub(crate) fn of_call(mut self, method: &str, params: &Value) -> Self {
        self.inner.method = Some(method.to_owned());
        self.inner.idempotency_key = params.get("idempotencyKey").and_then(Value::as_str).map(str::to_owned);
        self
    }

    fn own(kind: ErrorKind, message: String, retryable: bool) -> Self {
        Self { inner: Box::new(Inner::new(kind, message, retryable)) }
    }
}

impl Inner {
    fn new(kind: ErrorKind, message: String, retryable: bool) -> Self {
        Self { kind, message, code: None, retryable, method: None, idempotency_key: None, cause: None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ({})", self.inner.message, self.symbol())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Error")
            .field("kind", &self.inner.kind)
            .field("message", &self.inner.message)
            .field("code", &self.inner.code)
            .field("retryable", &self.inner.retryable)
            .field("method", &self.inner.method)
            .field("idempotency_key", &self.inner.idempotency_key)
            .field("cause", &self.inner.cause)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.cause.as_deref().map(|cause| cause as &(dyn StdError + 'static))
    }
}
