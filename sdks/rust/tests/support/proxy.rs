use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;

/// A TCP proxy between a client and a node that cuts connections, and loses answers: the request arrives, the answer does not.
pub struct Proxy {
    pub url: String,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    to_lose: AtomicUsize,
    /// Bytes of answers after which each connection is cut; 0 never cuts.
    cut_after: AtomicUsize,
    cuts: AtomicUsize,
}

impl Proxy {
    pub fn start(target: &str) -> Self {
        let target = target.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::<Shared>::default();
        let own = Arc::clone(&shared);
        thread::spawn(move || {
            for near in listener.incoming().flatten() {
                // While the node is away, its place refuses.
                if let Ok(far) = TcpStream::connect(&target) {
                    own.carry(near, far);
                }
            }
        });
        Self { url, shared }
    }

    /// Answers it will still lose.
    pub fn lose(&self, answers: usize) {
        self.shared.to_lose.store(answers, Ordering::SeqCst);
    }

    pub fn still_to_lose(&self) -> usize {
        self.shared.to_lose.load(Ordering::SeqCst)
    }

    /// From now on connections break after so many bytes, wherever that is in a frame.
    pub fn cut_after(&self, bytes: usize) {
        self.shared.cut_after.store(bytes, Ordering::SeqCst);
    }

    pub fn cuts(&self) -> usize {
        self.shared.cuts.load(Ordering::SeqCst)
    }
}

impl Shared {
    fn carry(self: &Arc<Self>, near: TcpStream, far: TcpStream) {
        let (mut from_near, mut to_far) = (near.try_clone().unwrap(), far.try_clone().unwrap());
        thread::spawn(move || {
            let _ = std::io::copy(&mut from_near, &mut to_far);
            let _ = to_far.shutdown(Shutdown::Both);
        });
        let shared = Arc::clone(self);
        thread::spawn(move || shared.answer(near, far));
    }

    fn answer(&self, mut near: TcpStream, mut far: TcpStream) {
        let mut buffer = [0; 4_096];
        let mut passed = 0;
        while let Ok(count) = far.read(&mut buffer) {
            let lost = self.to_lose.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            if count == 0 || lost.is_ok() {
                break;
            }
            let limit = match self.cut_after.load(Ordering::SeqCst) {
                0 => usize::MAX,
                limit => limit,
            };
            let part = count.min(limit.saturating_sub(passed));
            passed += part;
            if near.write_all(&buffer[..part]).is_err() {
                break;
            }
            if part < count {
                self.cuts.fetch_add(1, Ordering::SeqCst);
                break;
            }
        }
        let _ = near.shutdown(Shutdown::Both);
        let _ = far.shutdown(Shutdown::Both);
    }
}
