//! HTTP/1.1, as far as calls need it: one `POST` after the other on connections that are kept.

use std::io;
use std::sync::Mutex;
use std::time::Instant;

use crate::address::Address;
use crate::net::{Link, Tls};

/// Connections kept for the next call.
const IDLE: usize = 8;
/// Bytes the head of an answer may have.
const HEAD: usize = 64 * 1_024;
/// Bytes an answer may have.
const ANSWER: usize = 256 * 1_024 * 1_024;

/// Carries calls to one node.
pub struct Http {
    address: Address,
    token: Option<String>,
    tls: Tls,
    idle: Mutex<Vec<Link>>,
}

/// Status and body of an answer.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// What precedes the body of an answer.
pub struct Head {
    pub status: u16,
    headers: Vec<(String, String)>,
    /// What has been read of the body with it.
    pub rest: Vec<u8>,
}

impl Http {
    pub fn new(address: Address, token: Option<String>, tls: Tls) -> Self {
        Self { address, token, tls, idle: Mutex::new(Vec::new()) }
    }

    /// Posts a call. What may not be sent twice goes over a connection of its own.
    pub fn post(&self, body: &[u8], repeatable: bool, deadline: Instant) -> io::Result<Answer> {
        let kept = || self.idle.lock().unwrap_or_else(|error| error.into_inner()).pop();
        if let Some(link) = repeatable.then(kept).flatten() {
            match self.post_on(link, body, deadline) {
                // The node may have closed it long ago. The call is safe to repeat.
                Err(error) if error.kind() != io::ErrorKind::TimedOut => {}
                done => return done,
            }
        }
        self.post_on(Link::open(&self.address, &self.tls, deadline)?, body, deadline)
    }

    fn post_on(&self, mut link: Link, body: &[u8], deadline: Instant) -> io::Result<Answer> {
        let mut request = format!(
            "POST {}/rpc HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n",
            self.address.path,
            self.address.authority(),
            body.len()
        );
        request.push_str(&authorization(self.token.as_deref()));
        request.push_str("\r\n");
        let mut bytes = request.into_bytes();
        bytes.extend_from_slice(body);
        link.write_until(&bytes, deadline)?;
        let head = read_head(&mut link, deadline)?;
        let (status, keep) = (head.status, !head.has("connection", "close"));
        let (body, clean) = read_body(&mut link, head, deadline)?;
        let mut idle = self.idle.lock().unwrap_or_else(|error| error.into_inner());
        if keep && clean && idle.len() < IDLE {
            idle.push(link);
        }
        Ok(Answer { status, body })
    }
}

/// The line of the token, if there is one.
pub fn authorization(token: Option<&str>) -> String {
    token.map_or(String::new(), |token| format!("Authorization: Bearer {token}\r\n"))
}

impl Head {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether a header names this among others, in whatever case.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.get(name).map_or(false, |all| all.split(',').any(|one| one.trim().eq_ignore_ascii_case(value)))
    }
}

/// Reads up to the empty line.
pub fn read_head(link: &mut Link, deadline: Instant) -> io::Result<Head> {
    let mut bytes = Vec::new();
    let end = loop {
        // The end may lie across two reads.
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        if bytes.len() > HEAD {
            return Err(malformed("the head of the answer does not end"));
        }
        read_more(link, &mut bytes, deadline)?;
    };
    let rest = bytes.split_off(end + 4);
    parse_head(&bytes[..end], rest).ok_or_else(|| malformed("not an answer of HTTP/1.1"))
}

fn parse_head(bytes: &[u8], rest: Vec<u8>) -> Option<Head> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.")?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines
        .map(|line| line.split_once(':').map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())))
        .collect::<Option<_>>()?;
    Some(Head { status, headers, rest })
}

/// The body, and whether the connection is at its exact end, so that another answer can follow.
fn read_body(link: &mut Link, head: Head, deadline: Instant) -> io::Result<(Vec<u8>, bool)> {
    if head.has("transfer-encoding", "chunked") {
        return read_chunks(link, head.rest, deadline);
    }
    let length = head.get("content-length").map(|length| length.parse::<usize>());
    let mut body = head.rest;
    match length {
        Some(Ok(length)) if length <= ANSWER => {
            while body.len() < length {
                read_more(link, &mut body, deadline)?;
            }
            let clean = body.len() == length;
            body.truncate(length);
            Ok((body, clean))
        }
        Some(_) => Err(malformed("the answer is too long")),
        None => loop {
            match read_more(link, &mut body, deadline) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok((body, false)),
                Err(error) => return Err(error),
                Ok(()) if body.len() > ANSWER => return Err(malformed("the answer is too long")),
                Ok(()) => {}
            }
        },
    }
}

fn read_chunks(link: &mut Link, mut bytes: Vec<u8>, deadline: Instant) -> io::Result<(Vec<u8>, bool)> {
    let mut body = Vec::new();
    let mut at = 0;
    loop {
        let line = read_line(link, &mut bytes, at, deadline)?;
        let text = std::str::from_utf8(&bytes[at..line]).unwrap_or("");
        let size = usize::from_str_radix(text.split(';').next().unwrap_or("").trim(), 16)
            .map_err(|_| malformed("a chunk without its size"))?;
        at = line + 2;
        if size == 0 {
            break;
        }
        if size > ANSWER - body.len() {
            return Err(malformed("the answer is too long"));
        }
        while bytes.len() < at + size + 2 {
            read_more(link, &mut bytes, deadline)?;
        }
        body.extend_from_slice(&bytes[at..at + size]);
        bytes.drain(..at + size + 2);
        at = 0;
    }
    // Trailers, and the empty line after them.
    loop {
        let line = read_line(link, &mut bytes, at, deadline)?;
        let empty = line == at;
        at = line + 2;
        if empty {
            return Ok((body, bytes.len() == at));
        }
    }
}

/// Where the line that begins there ends.
fn read_line(link: &mut Link, bytes: &mut Vec<u8>, from: usize, deadline: Instant) -> io::Result<usize> {
    loop {
        if let Some(at) = bytes[from..].windows(2).position(|two| two == b"\r\n") {
            return Ok(from + at);
        }
        if bytes.len() - from > HEAD {
            return Err(malformed("a line of the answer does not end"));
        }
        read_more(link, bytes, deadline)?;
    }
}

fn read_more(link: &mut Link, bytes: &mut Vec<u8>, deadline: Instant) -> io::Result<()> {
    let mut buffer = [0; 16 * 1_024];
    match link.read_until(&mut buffer, deadline)? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        count => {
            bytes.extend_from_slice(&buffer[..count]);
            Ok(())
        }
    }
}

fn malformed(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
