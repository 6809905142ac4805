package org.stegos;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.stegos.api.AccountId;
import org.stegos.api.Contract;
import org.stegos.api.Event;
import org.stegos.api.NodeVersion;
import org.stegos.api.Payment;
import org.stegos.api.PaymentGetParams;
import org.stegos.api.PaymentId;
import org.stegos.api.PaymentStatus;
import org.stegos.api.RefusedException;
import org.stegos.api.Stake;
import org.stegos.api.StakeGetParams;
import org.stegos.api.StegosMethods;
import org.stegos.api.TopicPattern;
import org.stegos.internal.Caller;
import org.stegos.internal.Json;
import org.stegos.internal.MethodFacts;

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
  private final Deprecations deprecations;

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
    this.deprecations = new Deprecations(MethodFacts.DEPRECATED, options.onWarning);
  }

  /** Follows events over WebSocket, across lost connections and restarts of the node: each event once, in order. */
  public EventStream events(EventsOptions what) {
    return new EventStream(this, what);
  }

  /**
   * Calls a method by its name in the contract, such as one that is newer than this library. What a method of the contract changes
   * happens once, as everywhere; one that this library does not know is repeated only if there is an {@code idempotencyKey} among
   * its parameters.
   *
   * @param params JSON as {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double} and {@code Boolean}
   * @return the result, likewise
   */
  public Object call(String method, Map<String, Object> params) {
    Boolean keyed = MethodFacts.KEYED.get(method);
    int attempts = keyed == null && !params.containsKey("idempotencyKey") ? 1 : options.retry.attempts();
    return repeat(method, params, Boolean.TRUE.equals(keyed), attempts, Json::same);
  }

  /**
   * Waits until a payment is final, rejected or cancelled, and returns it. One the account has not heard of yet is waited for,
   * since a receiver hears of it by its block.
   *
   * @param accountId the account to look at, when both sides are on the node
   * @throws CallTimeoutException when it is not decided by then
   */
  public Payment waitForPayment(PaymentId paymentId, AccountId accountId, Duration atMost) {
    EventsOptions what = EventsOptions.of(TopicPattern.PAYMENT_STATUS).account(accountId);
    return waitForPayment(what, PaymentGetParams.of(paymentId).accountId(accountId), paymentId, atMost);
  }

  /** The same, where only one account of the node has to do with the payment. */
  public Payment waitForPayment(PaymentId paymentId, Duration atMost) {
    EventsOptions what = EventsOptions.of(TopicPattern.PAYMENT_STATUS);
    return waitForPayment(what, PaymentGetParams.of(paymentId), paymentId, atMost);
  }

  private Payment waitForPayment(EventsOptions what, PaymentGetParams which, PaymentId paymentId, Duration atMost) {
    Predicate<Event> concerns =
        event -> !(event instanceof Event.PaymentStatus status) || status.data().paymentId().equals(paymentId);
    return waitFor(what, atMost, concerns, () -> find(which).filter(StegosClient::isDecided));
  }

  /**
   * Waits until a stake is active, released or withdrawn, or until an operation on it is final, and returns it. It ends as well
   * when the stake is rejected. A stake the account has not heard of yet is waited for. Unbonding takes weeks on the main network.
   *
   * <pre>{@code
   * var sent = client.stake().deposit(StakeDepositParams.of(ann, Amount.ofCoins("50")));
   * var stake = client.waitForStake(StakeWait.of(ann, sent.stakeId()), Duration.ofMinutes(1));
   * }</pre>
   *
   * @throws OperationRefusedException when the operation will never be in a block
   * @throws CallTimeoutException when it is not there by then
   */
  public Stake waitForStake(StakeWait what, Duration atMost) {
    EventsOptions topics = EventsOptions.of(TopicPattern.STAKE_STATUS).account(what.account());
    Predicate<Event> concerns =
        event -> !(event instanceof Event.StakeStatus status) || status.data().stakeId().equals(what.stake());
    return waitFor(topics, atMost, concerns, () -> find(what).filter(what::isOver));
  }

  /** Looks again at each event that concerns it. Nothing is missed between looking and following: looking comes after the mark. */
  private <T> T waitFor(EventsOptions what, Duration atMost, Predicate<Event> concerns, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try (EventStream events = events(what)) {
      while (true) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        Item item = events.poll(left).orElseThrow(() -> new CallTimeoutException(atMost));
        Optional<T> found = concerns.test(item.event()) ? look.get() : Optional.empty();
        if (found.isPresent()) {
          return found.get();
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

  private Optional<Stake> find(StakeWait which) {
    try {
      return Optional.of(stake().get(StakeGetParams.of(which.account(), which.stake())));
    } catch (RefusedException.UnknownStake notYet) {
      return Optional.empty();
    }
  }

  private static boolean isDecided(Payment payment) {
    return payment.status() != PaymentStatus.CREATED && payment.status() != PaymentStatus.BROADCAST;
  }

  @Override
  @SuppressWarnings("exports") // for this library alone
  protected Caller caller() {
    return new Caller() {
      @Override
      public <T> T call(String method, Object params, boolean keyed, Function<Object, T> read) {
        return repeat(method, params, keyed, options.retry.attempts(), read);
      }
    };
  }

  /** One call, repeated until it is answered: always with the same key, so that it never has a second effect. */
  private <T> T repeat(String method, Object given, boolean keyed, int attempts, Function<Object, T> read) {
    deprecations.tell(method);
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
        if (!error.isRetryable() || failures >= attempts) {
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
