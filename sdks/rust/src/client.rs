//! The client: one call after the other, each repeated until it is answered.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{json, Value};

use crate::address::Address;
use crate::follow::{Events, EventsOptions};
use crate::generated::{NodeVersion, Refusal, CONTRACT_HASH, CONTRACT_VERSION};
use crate::http::Http;
use crate::options::ClientOptions;
use crate::retry::random;
use crate::{Error, ErrorKind, Result};

/// How long the comparison of contracts may take.
const CHECK: Duration = Duration::from_secs(5);

/// A client of one node. It is cheap to clone, and clones share their connections.
///
/// The methods of the contract are in groups: `client.payment().send(…)`.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    timeout: Duration,
}

pub(crate) struct Inner {
    pub address: Address,
    pub options: ClientOptions,
    http: Http,
    checked: AtomicBool,
}

/// What repeating a call takes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Repeating {
    /// It changes nothing, or leads to the same state.
    AsItIs,
    /// The key under which the node remembers the outcome.
    WithKey,
}

#[derive(Deserialize)]
pub(crate) struct WireAnswer<R> {
    pub result: Option<R>,
    pub error: Option<WireError>,
}

#[derive(Deserialize)]
pub(crate) struct WireError {
    code: i64,
    message: String,
    data: Value,
}

impl Client {
    /// Makes a client. Nothing happens until the first call.
    ///
    /// # Errors
    ///
    /// `invalid_options` when `url` is no address of a node, or needs the feature `tls`, or a header cannot carry the token.
    pub fn new(url: &str, token: &str) -> Result<Self> {
        Self::with_options(ClientOptions::new(url).token(token))
    }

    /// Makes a client that behaves as the options say. Errors are those of [`Client::new`].
    pub fn with_options(options: ClientOptions) -> Result<Self> {
        // The address is not repeated: somebody may have put a secret into it.
        let address = Address::parse(&options.url)
            .ok_or_else(|| Error::invalid_options("An address of a node looks like http://127.0.0.1:3145"))?;
        if address.secure && !cfg!(feature = "tls") {
            return Err(Error::invalid_options("https:// needs the feature `tls` of the crate"));
        }
        let visible = |token: &String| token.bytes().all(|byte| byte.is_ascii_graphic());
        if !options.token.as_ref().map_or(true, visible) {
            return Err(Error::invalid_options("A token has visible ASCII characters only"));
        }
        let timeout = options.timeout;
        let http = Http::new(address.clone(), options.token.clone());
        let checked = AtomicBool::new(!options.check_contract);
        Ok(Self { inner: Arc::new(Inner { address, options, http, checked }), timeout })
    }

    /// The same client with another time for each attempt of a call.
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self { timeout, ..self.clone() }
    }

    /// Follows events over WebSocket, across lost connections and restarts of the node: each event once, in order.
    pub fn events(&self, options: EventsOptions) -> Events {
        Events::new(self.clone(), options)
    }

    /// Calls a method by its name in the contract, such as one that is newer than this crate. It is repeated like any other:
    /// what changes something takes an `idempotencyKey` among its parameters.
    pub fn call_by_name(&self, method: &str, params: &Value) -> Result<Value> {
        self.call(method, Repeating::AsItIs, params)
    }

    pub(crate) fn call<R: DeserializeOwned>(
        &self,
        method: &str,
        repeating: Repeating,
        params: &impl Serialize,
    ) -> Result<R> {
        let mut params = serde_json::to_value(params).expect("parameters are JSON");
        if let (Repeating::WithKey, Value::Object(fields)) = (repeating, &mut params) {
            fields.entry("idempotencyKey").or_insert_with(|| random_key().into());
        }
        let result = self.repeat(method, &params)?;
        if !self.inner.checked.swap(true, Ordering::Relaxed) {
            self.check_contract();
        }
        Ok(result)
    }

    fn repeat<R: DeserializeOwned>(&self, method: &str, params: &Value) -> Result<R> {
        let retry = &self.inner.options.retry;
        for failures in 1.. {
            match self.attempt(method, params, self.timeout) {
                Err(error) if error.is_retryable() && failures < retry.attempts => {
                    thread::sleep(retry.backoff(failures).max(asked_for(&error)));
                }
                Err(error) => return Err(error.of_call(method, params)),
                done => return done,
            }
        }
        unreachable!("attempts come to an end")
    }

    /// Makes one call, in one attempt.
    pub(crate) fn attempt<R: DeserializeOwned>(&self, method: &str, params: &Value, timeout: Duration) -> Result<R> {
        let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params }).to_string();
        let answer = self.inner.http.post(request.as_bytes(), Instant::now() + timeout);
        let answer = answer.map_err(|cause| match cause.kind() {
            std::io::ErrorKind::TimedOut => Error::timeout(timeout),
            _ => Error::connection_lost(&self.inner.address, cause),
        })?;
        let invalid = || Error::invalid_response(Some(answer.status));
        let frame: WireAnswer<R> = serde_json::from_slice(&answer.body).map_err(|cause| invalid().because(cause))?;
        match frame {
            WireAnswer { error: Some(error), .. } => Err(error.into_error().unwrap_or_else(invalid)),
            WireAnswer { result: Some(result), .. } => Ok(result),
            _ => Err(invalid()),
        }
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.inner
    }

    fn check_contract(&self) {
        // A node that cannot tell has been asked in vain; the call itself went well.
        if let Ok(NodeVersion { contract, .. }) = self.attempt("node.version", &json!({}), CHECK) {
            if contract.hash != CONTRACT_HASH {
                (self.inner.options.on_warning)(&format!(
                    "the node serves version {} of the contract, and this crate was made from another one, {CONTRACT_VERSION}",
                    contract.version
                ));
            }
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Client").field("url", &self.inner.address.to_string()).finish_non_exhaustive()
    }
}

impl WireError {
    /// None when it is not the error of a Stegos node.
    pub fn into_error(self) -> Option<Error> {
        let symbol = self.data.get("type")?.as_str()?.to_owned();
        let retryable = self.data.get("retryable")?.as_bool()?;
        let refusal = Refusal::from_wire(&symbol, self.data);
        Some(Error::refused(self.code, self.message, retryable, refusal))
    }
}

/// How long the node wants to be left alone.
fn asked_for(error: &Error) -> Duration {
    match error.kind() {
        ErrorKind::Refused(Refusal::RateLimited(data)) => Duration::from_secs_f64(data.retry_after.clamp(0.0, 3_600.0)),
        _ => Duration::ZERO,
    }
}

/// 128 random bits.
fn random_key() -> String {
    random::<16>().iter().map(|byte| format!("{byte:02x}")).collect()
}
