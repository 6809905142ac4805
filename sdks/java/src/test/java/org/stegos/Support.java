package org.stegos;

import java.time.Duration;
import java.util.Objects;

/** What the tests run against. */
final class Support {
  static final Duration WAIT = Duration.ofMinutes(1);

  private Support() {}

  /** A variable that {@code test/sdks/java.test.ts} of the project sets. */
  static String variable(String name) {
    return Objects.requireNonNull(
        System.getenv(name), () -> name + " is not set: run `npm test -- test/sdks/java.test.ts`");
  }

  /** A client of the node that tests share. */
  static StegosClient client() {
    return new StegosClient(variable("STEGOS_URL"), variable("STEGOS_TOKEN"));
  }

  /** A client that looks for its node again at once. */
  static StegosClient impatient(String url, String token) {
    Retry retry = new Retry(200, Duration.ofMillis(10), Duration.ofMillis(100));
    return new StegosClient(ClientOptions.of(url).token(token).retry(retry));
  }
}
