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
    pub fn open(address: &Address, tls: &Tls, deadline: Instant) -> io::Result<Self> {
        let mut last = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
        for each in (address.host.as_str(), address.port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&each, left(deadline)?) {
                Ok(socket) => return Self::on(socket, address, tls, deadline),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn on(socket: TcpStream, address: &Address, tls: &Tls, deadline: Instant) -> io::Result<Self> {
        socket.set_nodelay(true)?;
        socket.set_read_timeout(Some(left(deadline)?))?;
        socket.set_write_timeout(Some(left(deadline)?))?;
        let plain = socket.try_clone()?;
        let stream = if address.secure { tls.secure(plain, &address.host)? } else { Stream::Plain(plain) };
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

/// Whom connections with TLS trust: the system's authorities, and some more.
#[derive(Clone, Default)]
pub struct Tls {
    /// None where the address asks for no TLS.
    #[cfg(feature = "tls")]
    connector: Option<native_tls::TlsConnector>,
}

#[cfg(feature = "tls")]
impl Tls {
    /// The certificates are PEM. It fails when one is not.
    pub fn new(address: &Address, certificates: &[Vec<u8>]) -> io::Result<Self> {
        if !address.secure {
            return Ok(Self::default());
        }
        let mut builder = native_tls::TlsConnector::builder();
        for pem in certificates {
            builder.add_root_certificate(native_tls::Certificate::from_pem(pem).map_err(failed)?);
        }
        Ok(Self { connector: Some(builder.build().map_err(failed)?) })
    }

    fn secure(&self, socket: TcpStream, host: &str) -> io::Result<Stream> {
        let connector = self.connector.as_ref().ok_or_else(|| failed("no TLS was asked for"))?;
        let stream = connector.connect(host, socket).map_err(|error| failed(error.to_string()))?;
        Ok(Stream::Tls(Box::new(stream)))
    }
}

#[cfg(feature = "tls")]
fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}

#[cfg(not(feature = "tls"))]
impl Tls {
    /// It fails when there is a certificate, which nothing would look at.
    pub fn new(_: &Address, certificates: &[Vec<u8>]) -> io::Result<Self> {
        certificates.first().map_or(Ok(Self::default()), |_| Err(io::ErrorKind::Unsupported.into()))
    }

    fn secure(&self, _: TcpStream, _: &str) -> io::Result<Stream> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "https:// needs the feature `tls` of the crate"))
    }
}

/// How long it is until then. It is never zero, which sockets take for endless.
fn left(deadline: Instant) -> io::Result<Duration> {
    match deadline.checked_duration_since(Instant::now()) {
        Some(left) if !left.is_zero() => Ok(left.min(LONGEST)),
        _ => Err(io::ErrorKind::TimedOut.into()),
    }
}
