package org.stegos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stegos.api.Event;
import org.stegos.api.PaymentStatus;
import org.stegos.api.RefusedException;
import org.stegos.internal.Json;

/** Values on their way to and from JSON, and what a newer node might say. */
class ValuesTest {
  @ParameterizedTest
  @CsvSource({"0,0", "1,1000000", "12.5,12500000", "0.000001,1", "18446744073709.551615,18446744073709551615"})
  void amountsInCoins(String coins, BigInteger units) {
    assertEquals(units, Amount.ofCoins(coins).units());
    assertEquals(coins, new Amount(units).toString());
    assertEquals(new Amount(units), Amount.read(new Amount(units).write()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.", ".5", "-1", "+1", "1e3", "1.0000001", "18446744073709.551616"})
  void whatIsNoAmount(String coins) {
    assertThrows(IllegalArgumentException.class, () -> Amount.ofCoins(coins));
  }

  @Test
  void timesTravelToTheMillisecond() {
    assertEquals("2025-03-04T05:06:07.000Z", Json.text(Json.instant("2025-03-04T05:06:07.000Z")));
    assertEquals(Instant.ofEpochMilli(951_827_696_789L), Json.instant("2000-02-29T12:34:56.789Z"));
    assertThrows(IllegalArgumentException.class, () -> Json.instant("yesterday"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[1,-2,3.5,1.0E-7]", "{\"a\":[true,false,null],\"b\":{\"c\":\"\\\\\\\"\\u0001é😀\"}}"})
  void jsonThereAndBack(String text) {
    assertEquals(text, Json.stringify(Json.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{\"a\"}", "{,}", "01", "1.", "-", "nul", "\"\n\"", "\"\\x\"", "\"\\u00g0\"", "1 2", "+1", "\0", "{}\0"})
  void whatIsNoJson(String text) {
    assertThrows(IllegalArgumentException.class, () -> Json.parse(text));
  }

  @Test
  void depthIsBounded() {
    assertThrows(IllegalArgumentException.class, () -> Json.parse("[".repeat(100_000)));
  }

  @Test
  void aNewerNodeBreaksNothing() {
    assertEquals(PaymentStatus.UNKNOWN, PaymentStatus.read("teleported"));
    assertEquals(new Event.Unknown("dance.began", Map.of("where", "here")), Event.read("dance.began", Map.of("where", "here")));
    Object changed = Map.of("height", "twelve");
    assertTrue(Event.read("chain.block", changed) instanceof Event.Unknown);
    Map<String, Object> data = Map.of("type", "out_of_cheese", "retryable", false, "left", 0L);
    RefusedException refused = RefusedException.read(Map.of("code", 1999L, "message", "Out of cheese", "data", data));
    assertTrue(refused instanceof RefusedException.Unknown unknown && unknown.data().equals(data));
    assertEquals(List.of("out_of_cheese", 1999), List.of(refused.symbol(), refused.code()));
  }

  @Test
  void bytesAndTheirText() {
    assertEquals("aGVsbG8=", Bytes.of("hello").write());
    assertEquals("hello", Bytes.read("aGVsbG8=").text());
    assertThrows(IllegalArgumentException.class, () -> Bytes.read("a-b"));
  }
}
