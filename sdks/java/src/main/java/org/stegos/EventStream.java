package org.stegos;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stegos.api.Cursor;
import org.stegos.api.Event;
import org.stegos.api.NodeVersion;
import org.stegos.api.Subscribed;
import org.stegos.api.TopicPattern;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The items of a stream: in order, without a gap, without a double, {@link Event.CaughtUp} once. It outlives its connections, and
 * goes on after the last item it has given.
 *
 * <p>It throws only when going on makes no sense ({@code Unauthorized}, {@code CursorExpired}, {@code AccountNotFound}), and when
 * there never was a connection; one once had is looked for until the stream is closed. It is for one thread; any thread may close
 * it, which ends its loop.
 *
 * <pre>{@code
 * try (var events = client.events(EventsOptions.of(TopicPattern.MESSAGE_RECEIVED).from(cursorFromDisk))) {
 *   for (Item item : events) {
 *     if (item.event() instanceof Event.MessageReceived message) handle(message.data());
 *     save(item.cursor());
 *   }
 * }
 * }</pre>
 */
public final class EventStream implements Iterable<Item>, Iterator<Item>, AutoCloseable {
  private final StegosClient client;
  private final EventsOptions options;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<Cursor> from;
  private volatile WebSocket socket;
  private volatile Connection connection;
  private String subscription;
  private boolean connected;
  private boolean caughtUp;
  private int failures;
  private long resumeAt = System.nanoTime();
  private int unanswered;
  private Item next;

  EventStream(StegosClient client, EventsOptions options) {
    this.client = client;
    this.options = options;
    this.from = options.from();
  }

  @Override
  public Iterator<Item> iterator() {
    return this;
  }

  /** Waits for the next item; false when the stream has been closed. */
  @Override
  public boolean hasNext() {
    if (next == null) {
      next = poll(Duration.ofDays(36_500)).orElse(null);
    }
    return next != null;
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item item = next;
    next = null;
    return item;
  }

  /** The next item, or none when none came within that time or the stream has been closed. */
  public Optional<Item> poll(Duration wait) {
    if (next != null) {
      return Optional.of(next());
    }
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      while (!isClosed() && (connection != null || connect(deadline))) {
        try {
          JsonObject frame = receive(deadline);
          if (frame == null) {
            return Optional.empty();
          }
          Optional<Item> item = take(frame);
          if (item.isPresent()) {
            return item;
          }
        } catch (IOException | IllegalArgumentException lost) {
          lose();
        }
      }
      return Optional.empty();
    } catch (StegosException error) {
      if (isClosed() && !(error instanceof InterruptedCallException)) {
        return Optional.empty();
      }
      close();
      throw error;
    }
  }

  /** Ends the stream: its loop is left as if there were nothing more. */
  @Override
  public void close() {
    closed.countDown();
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
    Connection waiting = connection;
    if (waiting != null) {
      waiting.end();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private Optional<Item> take(JsonObject params) {
    Cursor cursor = params.required("cursor", Cursor::read);
    String topic = params.required("topic", Json::string);
    from = Optional.of(cursor);
    if (topic.equals("stop")) {
      lose();
      return Optional.empty();
    }
    failures = 0;
    Event event = Event.read(topic, params.value("event"));
    if (event instanceof Event.CaughtUp) {
      if (caughtUp) {
        return Optional.empty();
      }
      caughtUp = true;
    }
    return Optional.of(new Item(cursor, event));
  }

  private void lose() {
    drop();
    failed();
    if (!isClosed()) {
      options.onDisconnect().run();
    }
  }

  private void drop() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
    socket = null;
    connection = null;
  }

  private void failed() {
    failures += 1;
    resumeAt = System.nanoTime() + client.options.retry.backoff(failures).toNanos();
  }

  /**
   * The next notification of the subscription; null at the deadline. A connection can be dead without either end being told:
   * after a while of silence it is asked, and after two more it counts as lost.
   */
  private JsonObject receive(long deadline) throws IOException {
    long interval = client.options.probeInterval.toNanos();
    while (true) {
      long now = System.nanoTime();
      long probe = connection.heard() + interval * (unanswered + 1);
      String text = connection.take(socket, Math.max(1, Math.min(deadline - now, probe - now)));
      if (text != null) {
        unanswered = 0;
        JsonObject frame = JsonObject.of(Json.parse(text));
        JsonObject params = JsonObject.of(frame.value("params"));
        if (subscription.equals(params.value("subscription"))) {
          return params;
        }
      } else if (connection.heard() + interval > System.nanoTime()) {
        unanswered = 0;
        if (System.nanoTime() >= deadline) {
          return null;
        }
      } else if (System.nanoTime() >= probe) {
        unanswered += 1;
        if (unanswered > 2) {
          throw new IOException("no sign of life");
        }
        socket.sendPing(ByteBuffer.allocate(0));
      } else {
        return null;
      }
    }
  }

  /** Looks for a connection; false when there is none at the deadline, or when the stream is closed. */
  private boolean connect(long deadline) {
    while (true) {
      if (!waitForTurn(deadline)) {
        return false;
      }
      try {
        open();
        return true;
      } catch (StegosException error) {
        drop();
        if (!error.isRetryable()) {
          throw error;
        }
        failed();
        if (error instanceof ConnectionLostException) {
          explain();
        }
        if (!connected && failures >= client.options.retry.attempts()) {
          throw error;
        }
      }
    }
  }

  private boolean waitForTurn(long deadline) {
    long now = System.nanoTime();
    long left = resumeAt - now;
    try {
      if (closed.await(Math.min(left, deadline - now), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException interrupted) {
      throw new InterruptedCallException(interrupted);
    }
    return left <= deadline - now;
  }

  private void open() {
    Duration timeout = client.options.timeout;
    Connection opening = new Connection();
    socket = client.http.open(opening, timeout);
    connection = opening;
    if (isClosed()) {
      socket.abort();
    }
    client.http.await(socket.sendText(Http.request("subscribe", params()), true), timeout);
    String answer;
    try {
      answer = opening.take(socket, timeout.toNanos());
    } catch (IOException lost) {
      throw client.http.connectionLost(lost);
    }
    if (answer == null) {
      throw new CallTimeoutException(timeout);
    }
    Subscribed subscribed = Http.result(answer, 0, Subscribed::read);
    // From here on the place is known, even if the connection breaks before the first item.
    from = Optional.of(subscribed.cursor());
    subscription = subscribed.subscription();
    unanswered = 0;
    connected = true;
  }

  private Map<String, Object> params() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("topics", options.topics().stream().map(TopicPattern::value).toList());
    options.account().ifPresent(account -> params.put("accountId", account.value()));
    from.ifPresent(cursor -> params.put("from", cursor.value()));
    return params;
  }

  /** A call by HTTP tells why a socket does not open. It throws the reason, if waiting cannot heal it. */
  private void explain() {
    try {
      client.http.call("node.version", Map.of(), client.options.timeout, NodeVersion::read);
    } catch (StegosException error) {
      if (!error.isRetryable()) {
        throw error;
      }
    }
  }
}
