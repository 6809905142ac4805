// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code slow_reader}: the connection did not take events for too long. {@code retention}: events
 * after the cursor are no longer kept. {@code shutdown}: the node is going down. {@code internal}:
 * a fault of the node. {@code token_expired}, {@code token_revoked}: the token of the connection
 * has ended, and the connection is closed.
 */
public enum StopReason {
  /** {@code slow_reader} */
  SLOW_READER("slow_reader"),
  /** {@code retention} */
  RETENTION("retention"),
  /** {@code shutdown} */
  SHUTDOWN("shutdown"),
  /** {@code internal} */
  INTERNAL("internal"),
  /** {@code token_expired} */
  TOKEN_EXPIRED("token_expired"),
  /** {@code token_revoked} */
  TOKEN_REVOKED("token_revoked"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  StopReason(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static StopReason read(Object json) {
    String value = Json.string(json);
    for (StopReason each : values()) {
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
