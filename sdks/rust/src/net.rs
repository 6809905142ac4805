//! A connection to the node, with or without TLS, on which nothing waits longer than it may.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use crate::address::Address;

/// Nothing is waited for longer than this, however long a call may take: sockets do not know endless times.
const LONGEST: Duration = Duration::from_secs(3_600);

enum Stream {
    Plain(TcpStream),
    #[cfg(feature = "tls")]
    Tls(Box<native_tls::TlsStream<TcpStream>>),
}

/// An open connection.
pub struct Link {
    stream: Stream,
    /// The same socket: its times are set, and it is shut down, here.
    socket: TcpStream,
}

impl Link {
    /// Opens one.
    pub fn open(address: &Address, deadline: Instant) -> io::Result<Self> {
        let mut last = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
        for each in (address.host.as_str(), address.port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&each, left(deadline)?) {
                Ok(socket) => return Self::on(socket, address, deadline),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn on(socket: TcpStream, address: &Address, deadline: Instant) -> io::Result<Self> {
        socket.set_nodelay(true)?;
        socket.set_read_timeout(Some(left(deadline)?))?;
        socket.set_write_timeout(Some(left(deadline)?))?;
        let stream = secure(socket.try_clone()?, address)?;
        Ok(Self { stream, socket })
    }

    /// Reads what is there, waiting for it until the deadline: then the error is `TimedOut`.
    pub fn read_until(&mut self, buffer: &mut [u8], deadline: Instant) -> io::Result<usize> {
        loop {
            self.socket.set_read_timeout(Some(left(deadline)?))?;
            match self.stream.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Err(io::ErrorKind::TimedOut.into()),
                done => return done,
            }
        }
    }

    /// Writes all of it.
    pub fn write_until(&mut self, bytes: &[u8], deadline: Instant) -> io::Result<()> {
        self.socket.set_write_timeout(Some(left(deadline)?))?;
        match self.stream.write_all(bytes).and_then(|()| self.stream.flush()) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Err(io::ErrorKind::TimedOut.into()),
            done => done,
        }
    }

    /// The socket, for whoever is to shut it down.
    pub fn socket(&self) -> io::Result<TcpStream> {
        self.socket.try_clone()
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        // It may be gone already, and nobody waits for anything on it any more.
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(buffer),
            #[cfg(feature = "tls")]
            Self::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.write(bytes),
            #[cfg(feature = "tls")]
            Self::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.flush(),
            #[cfg(feature = "tls")]
            Self::Tls(stream) => stream.flush(),
        }
    }
}

#[cfg(feature = "tls")]
fn secure(socket: TcpStream, address: &Address) -> io::Result<Stream> {
    if !address.secure {
        return Ok(Stream::Plain(socket));
    }
    let failed = |error: String| io::Error::new(io::ErrorKind::InvalidData, error);
    let connector = native_tls::TlsConnector::new().map_err(|error| failed(error.to_string()))?;
    let stream = connector.connect(&address.host, socket).map_err(|error| failed(error.to_string()))?;
    Ok(Stream::Tls(Box::new(stream)))
}

#[cfg(not(feature = "tls"))]
fn secure(socket: TcpStream, address: &Address) -> io::Result<Stream> {
    match address.secure {
        true => Err(io::Error::new(io::ErrorKind::Unsupported, "https:// needs the feature `tls` of the crate")),
        false => Ok(Stream::Plain(socket)),
    }
}

/// How long it is until then. It is never zero, which sockets take for endless.
fn left(deadline: Instant) -> io::Result<Duration> {
    match deadline.checked_duration_since(Instant::now()) {
        Some(left) if !left.is_zero() => Ok(left.min(LONGEST)),
        _ => Err(io::ErrorKind::TimedOut.into()),
    }
}
