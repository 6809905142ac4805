package org.stegos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stegos.api.Cursor;
import org.stegos.api.DevMineParams;
import org.stegos.api.Event;
import org.stegos.api.RefusedException;
import org.stegos.api.TopicPattern;

/** Streams of a live node. */
class EventStreamTest {
  private static final EventsOptions BLOCKS = EventsOptions.of(TopicPattern.CHAIN_BLOCK);

  @Test
  void aStreamEndsWhereItIsToldTo() {
    try (EventStream events = Support.client().events(EventsOptions.of(TopicPattern.AWARD_PAID))) {
      assertEquals(new Event.CaughtUp(), events.next().event());
      assertEquals(Optional.empty(), events.poll(Duration.ofMillis(50)));
      CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(events::hasNext);
      events.close();
      assertFalse(reader.join());
    }
  }

  @Test
  void aStreamSaysWhyItCannotGoOn() {
    EventStream stale = Support.client().events(BLOCKS.from(new Cursor("junk")));
    assertThrows(RefusedException.InvalidCursor.class, stale::next);
    assertFalse(stale.hasNext(), "an error ends the stream");
    StegosClient stranger = new StegosClient(Support.variable("STEGOS_URL"), "wrong");
    assertThrows(RefusedException.Unauthorized.class, stranger.events(BLOCKS)::next);
    Retry twice = new Retry(2, Duration.ofMillis(1), Duration.ofMillis(1));
    StegosClient nowhere = new StegosClient(ClientOptions.of("http://127.0.0.1:1").retry(twice));
    assertThrows(ConnectionLostException.class, nowhere.events(BLOCKS)::next);
  }

  /** Some hundred events, connections that break within frames, and a node that is killed on the way. */
  @Test
  void aStreamLosesAndDoublesNothing() throws IOException {
    int blocks = 400;
    DevMineParams half = DevMineParams.of().blocks(blocks / 2);
    AtomicInteger lost = new AtomicInteger();
    List<Long> heights = new ArrayList<>();
    Set<Cursor> cursors = new HashSet<>();
    int marks = 0;
    try (DevNode node = new DevNode(); Proxy proxy = new Proxy(node.url())) {
      StegosClient direct = Support.impatient(node.url(), node.token());
      direct.dev().mine(half);
      proxy.cutAfter(7_777);
      StegosClient client = Support.impatient(proxy.url(), node.token());
      EventsOptions all = BLOCKS.from(EventsOptions.GENESIS).onDisconnect(lost::incrementAndGet);
      try (EventStream events = client.events(all)) {
        for (Item item : events) {
          if (item.event() instanceof Event.ChainBlock block) {
            assertTrue(cursors.add(item.cursor()), "a cursor of its own");
            heights.add(block.data().height());
          } else {
            assertEquals(new Event.CaughtUp(), item.event());
            marks += 1;
          }
          if (heights.size() == 100) {
            node.restart();
            CompletableFuture.runAsync(() -> direct.dev().mine(half));
          }
          if (heights.size() >= blocks && marks == 1) {
            break;
          }
        }
      }
      assertTrue(proxy.cuts() >= 5 && lost.get() >= 5, "it was cut " + proxy.cuts() + " times");
    }
    long first = heights.get(0);
    assertTrue(first <= 1, "from the beginning");
    assertEquals(LongStream.range(first, first + heights.size()).boxed().toList(), heights);
  }
}
