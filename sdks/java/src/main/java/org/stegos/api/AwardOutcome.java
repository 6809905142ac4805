// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code paid}: the winner got the prize. {@code forfeited}: the winner contradicted itself
 * between freeze and draw. {@code expired}: nobody posted a proof before the next freeze. {@code
 * empty}: nobody was eligible. What is not paid stays in the pool.
 */
public enum AwardOutcome {
  /** {@code paid} */
  PAID("paid"),
  /** {@code forfeited} */
  FORFEITED("forfeited"),
  /** {@code expired} */
  EXPIRED("expired"),
  /** {@code empty} */
  EMPTY("empty"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  AwardOutcome(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static AwardOutcome read(Object json) {
    String value = Json.string(json);
    for (AwardOutcome each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }
}
