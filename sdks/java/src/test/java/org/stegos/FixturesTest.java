package org.stegos;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stegos.api.AccountId;
import org.stegos.api.ByName;
import org.stegos.api.Cursor;
import org.stegos.api.Event;
import org.stegos.api.RefusedException;
import org.stegos.api.TopicPattern;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** The recorded conversations ({@code test/fixtures} of the project). What is seen of them is compared by who started this. */
class FixturesTest {
  @Test
  void theRecordedConversations() throws IOException {
    String text = Files.readString(Path.of(Support.variable("STEGOS_FIXTURES")));
    Map<String, Object> outcomes = new LinkedHashMap<>();
    for (JsonObject part : Json.list(JsonObject::of).apply(Json.parse(text))) {
      Program program = new Program(part.required("url", Json::string));
      List<Object> seen = new ArrayList<>();
      for (JsonObject act : part.required("acts", Json.list(JsonObject::of))) {
        seen.add(program.perform(act));
      }
      outcomes.put(part.required("name", Json::string), seen);
    }
    Files.writeString(Path.of(Support.variable("STEGOS_OUTCOMES")), Json.stringify(outcomes));
  }

  /** Does what the acts say, by typed calls; has one stream at a time. */
  private static final class Program {
    private final String url;
    private final Map<Optional<String>, StegosClient> clients = new HashMap<>();
    private EventStream stream;

    Program(String url) {
      this.url = url;
    }

    Map<String, Object> perform(JsonObject act) {
      switch (act.required("act", Json::string)) {
        case "call":
          return call(act);
        case "open":
          stream = client(act).events(optionsOf(act.required("params", JsonObject::of)));
          return Map.of();
        case "read":
          List<Object> items = new ArrayList<>();
          while (items.size() < act.required("items", Json::integer)) {
            items.add(seen(stream.next()));
          }
          return Map.of("items", items);
        case "fail":
          return refusal(assertThrows(RefusedException.class, stream::next));
        default:
          stream.close();
          return Map.of();
      }
    }

    private Map<String, Object> call(JsonObject act) {
      try {
        Object result = ByName.call(client(act), act.required("method", Json::string), act.value("params"));
        return Map.of("result", result);
      } catch (RefusedException error) {
        return refusal(error);
      }
    }

    private StegosClient client(JsonObject act) {
      return clients.computeIfAbsent(
          act.optional("token", Json::string),
          token -> {
            Retry quick = new Retry(8, Duration.ofMillis(1), Duration.ofMillis(100));
            // A connection that is cut is noticed without a probe.
            ClientOptions options = ClientOptions.of(url).retry(quick).probeInterval(Duration.ofHours(1));
            return new StegosClient(token.isPresent() ? options.token(token.get()) : options);
          });
    }
  }

  private static EventsOptions optionsOf(JsonObject params) {
    List<TopicPattern> topics = params.required("topics", Json.list(TopicPattern::read));
    EventsOptions options = EventsOptions.of(topics.toArray(TopicPattern[]::new));
    Optional<String> account = params.optional("accountId", Json::string);
    if (account.isPresent()) {
      options = options.account(new AccountId(account.get()));
    }
    Optional<String> from = params.optional("from", Json::string);
    return from.isPresent() ? options.from(new Cursor(from.get())) : options;
  }

  private static Object seen(Item item) {
    Event event = item.event();
    Object data = event instanceof Event.CaughtUp ? Map.of() : written(event);
    return Map.of("topic", event.topic(), "cursor", item.cursor().value(), "event", data);
  }

  private static Map<String, Object> refusal(RefusedException error) {
    Map<String, Object> data = new LinkedHashMap<>(Json.object(written(error)));
    data.remove("type");
    data.remove("retryable");
    return Map.of(
        "error",
        Map.of("code", error.code(), "symbol", error.symbol(), "retryable", error.isRetryable(), "data", data));
  }

  /** The data of an event or of an error, out of its type again. */
  private static Object written(Object of) {
    try {
      Method data = of.getClass().getMethod("data");
      Object typed = data.invoke(of);
      return typed.getClass().getMethod("write").invoke(typed);
    } catch (ReflectiveOperationException without) {
      throw new AssertionError(of + " is not in the contract of this library", without);
    }
  }
}
