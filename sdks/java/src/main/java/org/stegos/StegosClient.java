package org.stegos;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.stegos.api.AccountId;
import org.stegos.api.Contract;
import org.stegos.api.Event;
import org.stegos.api.NodeVersion;
import org.stegos.api.Payment;
import org.stegos.api.PaymentGetParams;
import org.stegos.api.PaymentId;
import org.stegos.api.PaymentStatus;
import org.stegos.api.RefusedException;
import org.stegos.api.StegosMethods;
import org.stegos.api.TopicPattern;
import org.stegos.internal.Caller;
import org.stegos.internal.Json;

/**
 * A client of one node, for any number of threads. Nothing happens until the first call; calls block.
 *
 * <pre>{@code
 * var client = new StegosClient("http://127.0.0.1:3145", token);
 * var account = client.account().create(AccountCreateParams.of().name("shop"));
 * }</pre>
 */
public final class StegosClient extends StegosMethods {
  /** How long the comparison of contracts may take. */
  private static final Duration CHECK = Duration.ofSeconds(5);

  private static final SecureRandom RANDOM = new SecureRandom();

  final ClientOptions options;
  final Http http;
  private final AtomicBoolean checked;

  /**
   * A client that behaves as most want it to.
   *
   * @throws IllegalArgumentException when {@code url} is no address of a node, or a header cannot carry the token
   */
  public StegosClient(String url, String token) {
    this(ClientOptions.of(url).token(token));
  }

  /** A client that behaves as the options say. */
  public StegosClient(ClientOptions options) {
    this.options = options;
    this.http = new Http(options);
    this.checked = new AtomicBoolean(!options.checkContract);
  }

  /** Follows events over WebSocket, across lost connections and restarts of the node: each event once, in order. */
  public EventStream events(EventsOptions what) {
    return new EventStream(this, what);
  }

  /**
   * Calls a method by its name in the contract, such as one that is newer than this library. It is repeated like any other:
   * what changes something takes an {@code idempotencyKey} among its parameters.
   *
   * @param params JSON as {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double} and {@code Boolean}
   * @return the result, likewise
   */
  public Object call(String method, Map<String, Object> params) {
    return repeat(method, params, false, Json::same);
  }

  /**
   * Waits until a payment is final, rejected or cancelled, and returns it. One the account has not heard of yet is waited for,
   * since a receiver hears of it by its block.
   *
   * @param accountId the account to look at
   * @throws CallTimeoutException when it is not decided by then
   */
  public Payment waitForPayment(PaymentId paymentId, AccountId accountId, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    PaymentGetParams which = PaymentGetParams.of(paymentId).accountId(accountId);
    // Nothing is missed between looking and following: looking comes after the mark.
    try (EventStream events = events(EventsOptions.of(TopicPattern.PAYMENT_STATUS).account(accountId))) {
      while (true) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        Item item = events.poll(left).orElseThrow(() -> new CallTimeoutException(atMost));
        if (item.event() instanceof Event.PaymentStatus status && !status.data().paymentId().equals(paymentId)) {
          continue;
        }
        Optional<Payment> payment = find(which);
        if (payment.filter(StegosClient::isDecided).isPresent()) {
          return payment.get();
        }
      }
    }
  }

  private Optional<Payment> find(PaymentGetParams which) {
    try {
      return Optional.of(payment().get(which));
    } catch (RefusedException.PaymentNotFound notYet) {
      return Optional.empty();
    }
  }

  private static boolean isDecided(Payment payment) {
    return payment.status() != PaymentStatus.CREATED && payment.status() != PaymentStatus.BROADCAST;
  }

  @Override
  @SuppressWarnings("exports") // for this library alone
  protected Caller caller() {
    return this::repeat;
  }

  /** One call, repeated until it is answered: always with the same key, so that it never has a second effect. */
  private <T> T repeat(String method, Object given, boolean keyed, Function<Object, T> read) {
    Map<String, Object> params = new LinkedHashMap<>(Json.object(given));
    if (keyed) {
      params.computeIfAbsent("idempotencyKey", name -> randomKey());
    }
    for (int failures = 1; ; failures++) {
      try {
        T result = http.call(method, params, options.timeout, read);
        checkContract();
        return result;
      } catch (StegosException error) {
        error.ofCall(method, (String) params.get("idempotencyKey"));
        if (!error.isRetryable() || failures >= options.retry.attempts()) {
          throw error;
        }
        sleep(longer(askedFor(error), options.retry.backoff(failures)));
      }
    }
  }

  private void checkContract() {
    if (checked.getAndSet(true)) {
      return;
    }
    try {
      NodeVersion node = http.call("node.version", Map.of(), CHECK, NodeVersion::read);
      if (!node.contract().hash().equals(Contract.HASH)) {
        options.onWarning.accept(
            "the node serves version " + node.contract().version()
                + " of the contract, and this library was made from another one, " + Contract.VERSION);
      }
    } catch (InterruptedCallException interrupted) {
      throw interrupted;
    } catch (StegosException unknown) {
      // A node that cannot tell has been asked in vain; the call itself went well.
    }
  }

  /** How long the node wants to be left alone. */
  private static Duration askedFor(StegosException error) {
    return error instanceof RefusedException.RateLimited limited
        ? Duration.ofMillis((long) (limited.data().retryAfter() * 1_000))
        : Duration.ZERO;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      throw new InterruptedCallException(interrupted);
    }
  }

  /** 128 random bits. */
  private static String randomKey() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "StegosClient(" + options.url + ")";
  }
}
