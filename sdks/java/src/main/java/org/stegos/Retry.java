package org.stegos;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How failed calls are repeated, and how a stream looks for a new connection.
 *
 * @param attempts in all; 1 never repeats
 * @param delay before the second attempt; doubled for each one after it
 * @param maxDelay between attempts at most, unless the node asks for more
 */
public record Retry(int attempts, Duration delay, Duration maxDelay) {
  /** Eight attempts over about ten seconds: enough for a node to restart. */
  public static final Retry DEFAULT = new Retry(8, Duration.ofMillis(100), Duration.ofSeconds(5));

  /**
   * How long to wait after that many failures (from 1): exponential, between half of it and all of it by chance, so that
   * clients which failed together do not come back together.
   */
  Duration backoff(int failures) {
    double doubled = delay.toMillis() * Math.pow(2, failures - 1);
    double full = Math.min(maxDelay.toMillis(), doubled);
    return Duration.ofMillis((long) (full / 2 + full / 2 * ThreadLocalRandom.current().nextDouble()));
  }
}
