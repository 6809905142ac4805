//! A stream that outlives its connections: it looks for a new one and goes on after the last item it has given.

use std::io;
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{json, Value};

use crate::client::result_of;
use crate::websocket::{Received, WebSocket};
use crate::{AccountId, Client, Cursor, Error, Event, NodeVersion, Result, Subscribed, TopicPattern};

/// What a stream is to tell.
#[derive(Clone)]
pub struct EventsOptions {
    topics: Vec<TopicPattern>,
    account_id: Option<AccountId>,
    from: Option<Cursor>,
    on_disconnect: Arc<dyn Fn() + Send + Sync>,
}

impl EventsOptions {
    /// These topics, or groups of them such as [`TopicPattern::StakeAll`], from now on.
    pub fn new(topics: impl Into<Vec<TopicPattern>>) -> Self {
        Self { topics: topics.into(), account_id: None, from: None, on_disconnect: Arc::new(|| {}) }
    }

    /// Only what concerns this account.
    pub fn account_id(mut self, account_id: impl Into<AccountId>) -> Self {
        self.account_id = Some(account_id.into());
        self
    }

    /// `"genesis"`, `"now"` or the cursor of the last item that has been dealt with.
    pub fn from(mut self, from: impl Into<Cursor>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// Is told each time the stream has lost its connection and is about to look for another.
    pub fn on_disconnect(mut self, tell: impl Fn() + Send + Sync + 'static) -> Self {
        self.on_disconnect = Arc::new(tell);
        self
    }
}

/// One step of a stream.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// Store it once you have dealt with the item, and give it as `from` to go on after it.
    pub cursor: Cursor,
    /// What happened.
    pub event: Event,
}

/// The items of a stream: in order, without a gap, without a double, [`Event::CaughtUp`] once.
///
/// An error ends it: the stream gives one only when going on makes no sense (`unauthorized`, `cursor_expired`,
/// `account_not_found`), and when there never was a connection; one once had is looked for until the stream is stopped.
/// Nothing is read ahead: while a reader takes his time the node waits, and what it does not want to keep for him it tells
/// later.
///
/// ```no_run
/// # fn example(client: stegos::Client) -> stegos::Result<()> {
/// use stegos::{Event, EventsOptions, TopicPattern};
///
/// for item in client.events(EventsOptions::new([TopicPattern::MessageReceived]).from("genesis")) {
///     let item = item?;
///     if let Event::MessageReceived(message) = &item.event {
///         println!("{:?}", message.body.as_ref().and_then(|body| body.as_text()));
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub struct Events {
    client: Client,
    options: EventsOptions,
    connection: Option<Connection>,
    end: Arc<End>,
    connected: bool,
    caught_up: bool,
    failures: u32,
    /// When to look for a connection again.
    resume_at: Option<Instant>,
    finished: bool,
}

struct Connection {
    socket: WebSocket,
    subscription: String,
    /// When it was last heard of, or last asked.
    heard: Instant,
    /// Questions that were not answered.
    quiet: u32,
}

/// Ends a stream from another thread: its loop is left as if there were nothing more.
#[derive(Clone)]
pub struct Stopper(Arc<End>);

#[derive(Default)]
struct End {
    stopped: AtomicBool,
    socket: Mutex<Option<TcpStream>>,
    woken: Condvar,
}

#[derive(Deserialize)]
struct Notification {
    method: String,
    params: NotificationParams,
}

#[derive(Deserialize)]
struct NotificationParams {
    subscription: String,
    cursor: Cursor,
    topic: String,
    event: Value,
}

impl Events {
    pub(crate) fn new(client: Client, options: EventsOptions) -> Self {
        let end = Arc::default();
        let (connected, caught_up, finished) = (false, false, false);
        Self { client, options, connection: None, end, connected, caught_up, failures: 0, resume_at: None, finished }
    }

    /// What ends the stream from another thread.
    pub fn stopper(&self) -> Stopper {
        Stopper(Arc::clone(&self.end))
    }

    /// The next item, or none when none came within that time or the stream has ended. It may be asked again.
    pub fn next_within(&mut self, wait: Duration) -> Result<Option<Item>> {
        let deadline = Instant::now().checked_add(wait);
        match self.advance(deadline) {
            Err(_) if self.end.is_stopped() => Ok(None),
            Err(error) => {
                self.finished = true;
                Err(error)
            }
            done => done,
        }
    }

    /// The next item; none at the deadline.
    fn advance(&mut self, deadline: Option<Instant>) -> Result<Option<Item>> {
        loop {
            if self.finished || self.end.is_stopped() {
                return Ok(None);
            }
            if self.connection.is_none() && !self.connect(deadline)? {
                return Ok(None);
            }
            let probe_interval = self.client.inner().options.probe_interval;
            let connection = self.connection.as_mut().expect("it is connected");
            match connection.receive(deadline, probe_interval) {
                Ok(None) => return Ok(None),
                Ok(Some(params)) => {
                    if let Some(item) = self.take(params) {
                        return Ok(Some(item));
                    }
                }
                Err(_) => self.lose(),
            }
        }
    }

    fn take(&mut self, params: NotificationParams) -> Option<Item> {
        let NotificationParams { cursor, topic, event, .. } = params;
        self.options.from = Some(cursor.clone());
        if topic == "stop" {
            self.lose();
            return None;
        }
        self.failures = 0;
        let event = Event::from_wire(&topic, event);
        if event == Event::CaughtUp && std::mem::replace(&mut self.caught_up, true) {
            return None;
        }
        Some(Item { cursor, event })
    }

    fn lose(&mut self) {
        self.connection = None;
        self.end.watch(None);
        self.failed();
        if !self.end.is_stopped() {
            (self.options.on_disconnect)();
        }
    }

    fn failed(&mut self) {
        self.failures += 1;
        let pause = self.client.inner().options.retry.backoff(self.failures);
        self.resume_at = Some(Instant::now() + pause);
    }

    /// Looks for a connection; false when there is none at the deadline, or when the stream is stopped.
    fn connect(&mut self, deadline: Option<Instant>) -> Result<bool> {
        loop {
            if !self.end.wait_until(self.resume_at, deadline) {
                return Ok(false);
            }
            match self.open() {
                Ok(()) => return Ok(true),
                Err(error) => {
                    if !error.is_retryable() {
                        return Err(error);
                    }
                    self.failed();
                    if error.symbol() == "connection_lost" {
                        self.explain()?;
                    }
                    if !self.connected && self.failures >= self.client.inner().options.retry.attempts {
                        return Err(error);
                    }
                }
            }
        }
    }

    fn open(&mut self) -> Result<()> {
        let inner = self.client.inner();
        let lost = |cause: io::Error| Error::connection_lost(&inner.address, cause);
        let until = Instant::now() + inner.options.timeout;
        let mut socket =
            WebSocket::open(&inner.address, inner.options.token.as_deref(), &inner.tls, until).map_err(lost)?;
        self.end.watch(Some(socket.socket().map_err(lost)?));
        let mut params = json!({ "topics": self.options.topics });
        if let Some(account_id) = &self.options.account_id {
            params["accountId"] = json!(account_id);
        }
        if let Some(from) = &self.options.from {
            params["from"] = json!(from);
        }
        let request = json!({ "jsonrpc": "2.0", "id": 1, "method": "subscribe", "params": params });
        socket.send(&request.to_string()).map_err(lost)?;
        let Subscribed { subscription, cursor, .. } = loop {
            match socket.receive(until).map_err(lost)? {
                Received::Text(text) => break result_of(text.as_bytes(), None)?,
                Received::Pong => {}
                Received::Nothing => return Err(Error::timeout(inner.options.timeout)),
            }
        };
        // From here on the place is known, even if the connection breaks before the first item.
        self.options.from = Some(cursor);
        self.connection = Some(Connection { socket, subscription, heard: Instant::now(), quiet: 0 });
        self.connected = true;
        Ok(())
    }

    /// A call by HTTP tells why a socket does not open. The error is the reason, if waiting cannot heal it.
    fn explain(&self) -> Result<()> {
        let probe: Result<NodeVersion> =
            self.client.ask("node.version", &json!({}), self.client.inner().options.timeout);
        match probe {
            Err(error) if !error.is_retryable() => Err(error),
            _ => Ok(()),
        }
    }
}

impl Iterator for Events {
    type Item = Result<Item>;

    fn next(&mut self) -> Option<Result<Item>> {
        self.next_within(Duration::MAX).transpose()
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.end.stop();
    }
}

impl Connection {
    /// The next notification of the subscription; none at the deadline. A connection can be dead without either end being told:
    /// after a while of silence it is asked, and after two more it counts as lost.
    fn receive(
        &mut self,
        deadline: Option<Instant>,
        probe_interval: Duration,
    ) -> io::Result<Option<NotificationParams>> {
        loop {
            let probe = self.heard + probe_interval;
            let until = deadline.map_or(probe, |deadline| deadline.min(probe));
            match self.socket.receive(until.max(Instant::now() + Duration::from_millis(1)))? {
                Received::Nothing if Instant::now() < probe => return Ok(None),
                Received::Nothing if self.quiet == 2 => return Err(io::ErrorKind::TimedOut.into()),
                Received::Nothing => {
                    self.quiet += 1;
                    self.heard = Instant::now();
                    self.socket.ping()?;
                }
                Received::Pong => self.alive(),
                Received::Text(text) => {
                    self.alive();
                    let frame: Notification = serde_json::from_str(&text)?;
                    if frame.method == "event" && frame.params.subscription == self.subscription {
                        return Ok(Some(frame.params));
                    }
                }
            }
        }
    }

    fn alive(&mut self) {
        self.heard = Instant::now();
        self.quiet = 0;
    }
}

impl Stopper {
    /// Ends the stream, now or at its next step.
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl End {
    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        if let Some(socket) = self.socket().take() {
            // It may be gone already.
            let _ = socket.shutdown(Shutdown::Both);
        }
        self.woken.notify_all();
    }

    /// The socket to shut down. One that comes too late is shut down at once.
    fn watch(&self, socket: Option<TcpStream>) {
        *self.socket() = socket;
        if self.is_stopped() {
            self.stop();
        }
    }

    /// Waits for that time; false when the stream is stopped or the deadline comes first.
    fn wait_until(&self, time: Option<Instant>, deadline: Option<Instant>) -> bool {
        let mut guard = self.socket();
        loop {
            let now = Instant::now();
            let left = time.map_or(Duration::ZERO, |time| time.saturating_duration_since(now));
            if self.is_stopped() || left.is_zero() {
                return !self.is_stopped();
            }
            let wait = deadline.map_or(left, |deadline| left.min(deadline.saturating_duration_since(now)));
            if wait.is_zero() {
                return false;
            }
            guard = self.woken.wait_timeout(guard, wait).unwrap_or_else(|error| error.into_inner()).0;
        }
    }

    fn socket(&self) -> MutexGuard<'_, Option<TcpStream>> {
        self.socket.lock().unwrap_or_else(|error| error.into_inner())
    }
}
