use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::variable;

const PROGRAM: &str = "
const [, cert, key, host, port] = process.argv
const { readFileSync } = require('node:fs')
const server = require('node:tls').createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (near) => {
  const far = require('node:net').connect(Number(port), host)
  near.pipe(far).pipe(near)
  for (const socket of [near, far]) socket.on('error', () => { near.destroy(); far.destroy() })
})
server.on('tlsClientError', () => {})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
";

/// What stands before a node that is reached from afar: it ends TLS.
pub struct TlsProxy {
    child: Child,
    pub port: u16,
}

impl TlsProxy {
    pub fn start(target: &str) -> Self {
        let (host, port) = target.trim_start_matches("http://").split_once(':').unwrap();
        let mut child = Command::new(variable("NODE"))
            .args(["-e", PROGRAM, &variable("STEGOS_TLS_CERT"), &variable("STEGOS_TLS_KEY"), host, port])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, port: line.trim().parse().unwrap() }
    }
}

impl Drop for TlsProxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
