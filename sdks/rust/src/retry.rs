//! How often and how patiently a call is repeated.

use std::time::Duration;

/// How failed calls are repeated, and how a stream looks for a new connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// Attempts in all; 1 never repeats.
    pub attempts: u32,
    /// Before the second attempt; doubled for each one after it.
    pub delay: Duration,
    /// Between attempts at most, unless the node asks for more.
    pub max_delay: Duration,
}

impl Default for Retry {
    /// Eight attempts over about ten seconds: enough for a node to restart.
    fn default() -> Self {
        Self { attempts: 8, delay: Duration::from_millis(100), max_delay: Duration::from_secs(5) }
    }
}

impl Retry {
    /// How long to wait after that many failures (from 1): exponential, between half of it and all of it by chance, so
    /// that clients which failed together do not come back together.
    pub(crate) fn backoff(&self, failures: u32) -> Duration {
        let doubled = self.delay.saturating_mul(1 << (failures - 1).min(20));
        let half = doubled.min(self.max_delay) / 2;
        half + half.mul_f64(f64::from(u32::from_be_bytes(random())) / f64::from(u32::MAX))
    }
}

/// Random bytes of the operating system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::getrandom(&mut bytes).expect("the operating system has randomness");
    bytes
}

#[cfg(test)]
mod tests {
    use super::Retry;
    use std::time::Duration;

    #[test]
    fn longer_each_time_up_to_a_limit() {
        let retry = Retry::default();
        for (failures, most) in [(1, 100), (2, 200), (5, 1_600), (7, 5_000), (4_000_000, 5_000)] {
            let pause = retry.backoff(failures);
            assert!(pause >= Duration::from_millis(most / 2) && pause <= Duration::from_millis(most));
        }
    }
}
