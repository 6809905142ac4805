//! The client's side of WebSocket (RFC 6455): texts in both directions, on the thread of whoever reads.

use std::io;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::address::Address;
use crate::base64;
use crate::http::{authorization, read_head};
use crate::net::{Link, Tls};
use crate::retry::random;
use crate::sha1::sha1;

/// Bytes a message may have.
const MESSAGE: usize = 64 * 1_024 * 1_024;
/// A peer that takes nothing for so long is gone.
const WRITE: Duration = Duration::from_secs(20);
/// What the key of the handshake is hashed with (section 1.3).
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

const CONTINUATION: u8 = 0;
const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// An open WebSocket.
pub struct WebSocket {
    link: Link,
    /// Bytes that have come and are not read yet, from `at` on.
    bytes: Vec<u8>,
    at: usize,
    /// The fragments of a message so far.
    message: Option<Vec<u8>>,
}

/// What came.
#[derive(Debug, PartialEq)]
pub enum Received {
    /// A whole message.
    Text(String),
    /// A sign of life.
    Pong,
    /// Nothing until the deadline.
    Nothing,
}

struct Frame {
    last: bool,
    opcode: u8,
    payload: Vec<u8>,
}

impl WebSocket {
    /// Opens one at `/ws` of a node (section 4.1).
    pub fn open(address: &Address, token: Option<&str>, tls: &Tls, deadline: Instant) -> io::Result<Self> {
        let mut link = Link::open(address, tls, deadline)?;
        let key = base64::encode(&random::<16>());
        let request = format!(
            "GET {}/ws HTTP/1.1\r\nHost: {}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n\
             Sec-WebSocket-Version: 13\r\n{}\r\n",
            address.path,
            address.authority(),
            authorization(token),
        );
        link.write_until(request.as_bytes(), deadline)?;
        let head = read_head(&mut link, deadline)?;
        let accept = base64::encode(&sha1(format!("{key}{GUID}").as_bytes()));
        let fits = head.status == 101
            && head.has("upgrade", "websocket")
            && head.has("connection", "upgrade")
            && head.get("sec-websocket-accept") == Some(&accept);
        if !fits {
            return Err(io::Error::new(
                io::ErrorKind::ConnectionRefused,
                format!("no WebSocket: status {}", head.status),
            ));
        }
        Ok(Self { link, bytes: head.rest, at: 0, message: None })
    }

    /// The socket, for whoever is to shut it down.
    pub fn socket(&self) -> io::Result<TcpStream> {
        self.link.socket()
    }

    /// Sends a message.
    pub fn send(&mut self, text: &str) -> io::Result<()> {
        self.write(TEXT, text.as_bytes())
    }

    /// Asks the other side for a sign of life.
    pub fn ping(&mut self) -> io::Result<()> {
        self.write(PING, &[])
    }

    /// What comes next. An error is the end of the connection, its orderly end too.
    pub fn receive(&mut self, deadline: Instant) -> io::Result<Received> {
        loop {
            while let Some(frame) = self.frame()? {
                if let Some(received) = self.take(frame)? {
                    return Ok(received);
                }
            }
            if !self.read(deadline)? {
                return Ok(Received::Nothing);
            }
        }
    }

    fn take(&mut self, Frame { last, opcode, payload }: Frame) -> io::Result<Option<Received>> {
        match opcode {
            PING => self.write(PONG, &payload).map(|()| None),
            PONG => Ok(Some(Received::Pong)),
            CLOSE => {
                // The other side may not wait for the answer.
                let _ = self.write(CLOSE, payload.get(..2).unwrap_or(&[]));
                Err(io::Error::new(io::ErrorKind::ConnectionAborted, "the node closed the connection"))
            }
            TEXT | CONTINUATION => {
                if (opcode == TEXT) != self.message.is_none() {
                    return Err(malformed("a fragment out of place"));
                }
                let mut message = self.message.take().unwrap_or_default();
                if message.len() + payload.len() > MESSAGE {
                    return Err(malformed("a message that is too long"));
                }
                message.extend_from_slice(&payload);
                if last {
                    let text = String::from_utf8(message).map_err(|_| malformed("a text that is not UTF-8"))?;
                    return Ok(Some(Received::Text(text)));
                }
                self.message = Some(message);
                Ok(None)
            }
            BINARY => Err(malformed("a message that is no text")),
            _ => Err(malformed("a frame of an unknown kind")),
        }
    }

    /// The next frame, if all of it is there (section 5.2).
    fn frame(&mut self) -> io::Result<Option<Frame>> {
        let bytes = &self.bytes[self.at..];
        if bytes.len() < 2 {
            return Ok(None);
        }
        let (last, opcode, short) = (bytes[0] & 0x80 != 0, bytes[0] & 0x0f, bytes[1] & 0x7f);
        if bytes[0] & 0x70 != 0 || bytes[1] & 0x80 != 0 {
            return Err(malformed("a frame with bits that were not agreed on"));
        }
        if opcode >= CLOSE && (!last || short > 125) {
            return Err(malformed("a control frame that is too long"));
        }
        let width = match short {
            126 => 2,
            127 => 8,
            _ => 0,
        };
        let start = 2 + width;
        if bytes.len() < start {
            return Ok(None);
        }
        let length = match width {
            0 => u64::from(short),
            _ => bytes[2..start].iter().fold(0, |length, byte| length << 8 | u64::from(*byte)),
        };
        if length > MESSAGE as u64 {
            return Err(malformed("a message that is too long"));
        }
        let end = start + length as usize;
        if bytes.len() < end {
            return Ok(None);
        }
        let payload = bytes[start..end].to_vec();
        self.at += end;
        Ok(Some(Frame { last, opcode, payload }))
    }

    /// False when nothing came until the deadline.
    fn read(&mut self, deadline: Instant) -> io::Result<bool> {
        self.bytes.drain(..self.at);
        self.at = 0;
        let mut buffer = [0; 16 * 1_024];
        match self.link.read_until(&mut buffer, deadline) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                self.bytes.extend_from_slice(&buffer[..count]);
                Ok(true)
            }
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// One frame, masked as those of a client are (section 5.3).
    fn write(&mut self, opcode: u8, payload: &[u8]) -> io::Result<()> {
        let mut frame = vec![0x80 | opcode];
        match payload.len() {
            length @ 0..=125 => frame.push(0x80 | length as u8),
            length @ 126..=0xffff => {
                frame.push(0x80 | 126);
                frame.extend_from_slice(&(length as u16).to_be_bytes());
            }
            length => {
                frame.push(0x80 | 127);
                frame.extend_from_slice(&(length as u64).to_be_bytes());
            }
        }
        let mask = random::<4>();
        frame.extend_from_slice(&mask);
        frame.extend(payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask));
        self.link.write_until(&frame, Instant::now() + WRITE)
    }
}

fn malformed(what: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
