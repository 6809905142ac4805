import java.time.Duration;
import org.stegos.*;
import org.stegos.api.*;

/**
 * Follows blocks and epochs from a cursor, and prints a line for each: topic, height, cursor. {@code STEGOS_URL}, {@code
 * STEGOS_TOKEN}, {@code STEGOS_FROM}; {@code STEGOS_REST} are milliseconds it rests after each.
 */
public class Follow {
  public static void main(String[] args) throws InterruptedException {
    // Impatient: the tests take its connection away all the time.
    var retry = new Retry(1_000, Duration.ofMillis(10), Duration.ofMillis(200));
    var options = ClientOptions.of(System.getenv("STEGOS_URL"))
        .token(System.getenv("STEGOS_TOKEN"))
        .retry(retry)
        .probeInterval(Duration.ofSeconds(1))
        .checkContract(false);
    var client = new StegosClient(options);
    var rest = Long.parseLong(System.getenv().getOrDefault("STEGOS_REST", "0"));
    var from = new Cursor(System.getenv().getOrDefault("STEGOS_FROM", "genesis"));
    var all = EventsOptions.of(TopicPattern.CHAIN_BLOCK, TopicPattern.STAKE_ALL).from(from);
    try (var events = client.events(all)) {
      for (var item : events) {
        System.out.println(line(item.event()) + " " + item.cursor().value());
        System.out.flush();
        Thread.sleep(rest);
      }
    }
  }

  private static String line(Event event) {
    if (event instanceof Event.ChainBlock block) {
      return "chain.block " + block.data().height();
    }
    if (event instanceof Event.StakeEpoch epoch) {
      return "stake.epoch " + epoch.data().height();
    }
    if (event instanceof Event.StakeStatus) {
      return "stake.status -";
    }
    return event instanceof Event.CaughtUp ? "caught_up -" : "other -";
  }
}
