use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use super::variable;

/// A devnet of one node on a port and a data directory of its own.
pub struct Node {
    child: Child,
    directory: PathBuf,
    pub url: String,
    pub token: String,
}

impl Node {
    pub fn start(name: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("stegos-rust-{name}-{}", std::process::id()));
        Self::run(directory, "127.0.0.1:0")
    }

    /// Ends it as a power cut does, and starts it again where it was.
    pub fn restart(&mut self) {
        self.kill();
        let listen = self.url.trim_start_matches("http://").to_owned();
        let (child, url, token) = spawn(&self.directory, &listen);
        (self.child, self.url, self.token) = (child, url, token);
    }

    fn run(directory: PathBuf, listen: &str) -> Self {
        let (child, url, token) = spawn(&directory, listen);
        Self { child, directory, url, token }
    }

    fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

fn spawn(directory: &PathBuf, listen: &str) -> (Child, String, String) {
    let mut command = Command::new(variable("NODE"));
    // The node would take them for its configuration.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("STEGOS_")) {
        command.env_remove(name);
    }
    let mut child = command
        .arg(variable("STEGOS_PROJECT") + "/bin/stegos.mjs")
        .args(["devnet", "--json", "--listen", listen, "--data-dir"])
        .arg(directory)
        .env("HOME", directory)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready: serde_json::Value = loop {
        let line = lines.next().expect("the node says where it listens").unwrap();
        if line.starts_with("{\"url\":") {
            break serde_json::from_str(&line).unwrap();
        }
    };
    // What it says later is of no interest, but must go somewhere.
    std::thread::spawn(move || lines.for_each(drop));
    let token = std::fs::read_to_string(ready["tokenFile"].as_str().unwrap()).unwrap();
    (child, ready["url"].as_str().unwrap().to_owned(), token)
}
