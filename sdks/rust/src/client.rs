//! The client: one call after the other, each repeated until it is answered.

use std::collections::HashSet;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{json, Value};

use crate::address::Address;
use crate::follow::{Events, EventsOptions};
use crate::generated::{repeating, NodeVersion, Refusal, CONTRACT_HASH, CONTRACT_VERSION, DEPRECATED};
use crate::http::Http;
use crate::net::Tls;
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
    pub tls: Tls,
    checked: AtomicBool,
    /// Methods on their way out that have been told of.
    told: Mutex<HashSet<String>>,
}

impl Inner {
    /// Tells of a method at its first call.
    fn warn_once(&self, method: &str, about: &str) {
        let first = self.told.lock().unwrap_or_else(|error| error.into_inner()).insert(method.to_owned());
        if first {
            (self.options.on_warning)(&format!("{method}: {about}"));
        }
    }
}

/// What repeating a call takes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Repeating {
    /// It changes nothing, or leads to the same state.
    AsItIs,
    /// The key under which the node remembers the outcome.
    WithKey,
    /// Nobody knows what it does.
    Never,
}

#[derive(Deserialize)]
struct WireAnswer<R> {
    result: Option<R>,
    error: Option<WireError>,
}

#[derive(Deserialize)]
struct WireError {
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
        let tls = Tls::new(&address, &options.certificates).map_err(|cause| {
            Error::invalid_options("A certificate to trust is not PEM, or needs the feature `tls`").because(cause)
        })?;
        let timeout = options.timeout;
        let http = Http::new(address.clone(), options.token.clone(), tls.clone());
        let checked = AtomicBool::new(!options.check_contract);
        Ok(Self { inner: Arc::new(Inner { address, options, http, checked, tls, told: Mutex::default() }), timeout })
    }

    /// The same client with another time for each attempt of a call.
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self { timeout, ..self.clone() }
    }

    /// Follows events over WebSocket, across lost connections and restarts of the node: each event once, in order.
    pub fn events(&self, options: EventsOptions) -> Events {
        Events::new(self.clone(), options)
    }

    /// Calls a method by its name in the contract, such as one that is newer than this crate. What a method of the contract
    /// changes happens once, as everywhere; one that this crate does not know is repeated only if there is an
    /// `idempotencyKey` among its parameters.
    pub fn call_by_name(&self, method: &str, params: &Value) -> Result<Value> {
        let unknown = if params.get("idempotencyKey").is_some() { Repeating::AsItIs } else { Repeating::Never };
        self.call(method, repeating(method).unwrap_or(unknown), params)
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
        if let Some((_, about)) = DEPRECATED.iter().find(|(name, _)| *name == method) {
            self.inner.warn_once(method, about);
        }
        let result = self.repeat(method, &params, repeating != Repeating::Never)?;
        if !self.inner.checked.swap(true, Ordering::Relaxed) {
            self.check_contract();
        }
        Ok(result)
    }

    fn repeat<R: DeserializeOwned>(&self, method: &str, params: &Value, repeatable: bool) -> Result<R> {
        let retry = &self.inner.options.retry;
        let attempts = if repeatable { retry.attempts } else { 1 };
        for failures in 1.. {
            match self.attempt(method, params, repeatable, self.timeout) {
                Err(error) if error.is_retryable() && failures < attempts => {
                    thread::sleep(retry.backoff(failures).max(asked_for(&error)));
                }
                Err(error) => return Err(error.of_call(method, params)),
                done => return done,
            }
        }
        unreachable!("attempts come to an end")
    }

    /// Asks what may be asked again, in one attempt.
    pub(crate) fn ask<R: DeserializeOwned>(&self, method: &str, params: &Value, timeout: Duration) -> Result<R> {
        self.attempt(method, params, true, timeout)
    }

    /// Makes one call, in one attempt.
    fn attempt<R: DeserializeOwned>(
        &self,
        method: &str,
        params: &Value,
        repeatable: bool,
        timeout: Duration,
    ) -> Result<R> {
        let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params }).to_string();
        let answer = self.inner.http.post(request.as_bytes(), repeatable, Instant::now() + timeout);
        let answer = answer.map_err(|cause| match cause.kind() {
            std::io::ErrorKind::TimedOut => Error::timeout(timeout),
            _ => Error::connection_lost(&self.inner.address, cause),
        })?;
        result_of(&answer.body, Some(answer.status))
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.inner
    }

    fn check_contract(&self) {
        // A node that cannot tell has been asked in vain; the call itself went well.
        if let Ok(NodeVersion { contract, .. }) = self.ask("node.version", &json!({}), CHECK) {
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
    fn into_error(self) -> Option<Error> {
        let symbol = self.data.get("type")?.as_str()?.to_owned();
        let retryable = self.data.get("retryable")?.as_bool()?;
        let refusal = Refusal::from_wire(&symbol, self.data);
        Some(Error::refused(self.code, self.message, retryable, refusal))
    }
}

/// The result in an answer, or the error it carries.
pub(crate) fn result_of<R: DeserializeOwned>(text: &[u8], status: Option<u16>) -> Result<R> {
    let invalid = || Error::invalid_response(status);
    let answer: WireAnswer<R> = serde_json::from_slice(text).map_err(|cause| invalid().because(cause))?;
    match answer {
        WireAnswer { error: Some(error), .. } => Err(error.into_error().unwrap_or_else(invalid)),
        WireAnswer { result: Some(result), .. } => Ok(result),
        _ => Err(invalid()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_on_its_way_out_is_told_of_once() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let own = Arc::clone(&told);
        let options = ClientOptions::new("http://127.0.0.1:1")
            .on_warning(move |message| own.lock().unwrap().push(message.to_owned()));
        let client = Client::with_options(options).unwrap();
        for (method, about) in [("chain.status", "use a"), ("chain.status", "use a"), ("chain.fees", "use b")] {
            client.inner.warn_once(method, about);
        }
        assert_eq!(*told.lock().unwrap(), ["chain.status: use a", "chain.fees: use b"]);
    }

    #[test]
    fn only_what_is_known_is_repeated_without_a_key_of_ones_own() {
        assert!(repeating("chain.status") == Some(Repeating::AsItIs));
        assert!(repeating("payment.send") == Some(Repeating::WithKey));
        assert!(repeating("moon.move").is_none());
    }
}
