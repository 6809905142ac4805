// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * Where a message stands. Sent: {@code created} (stored; some part is not broadcast yet), {@code
 * broadcast} (all parts are), {@code final} (all parts are in blocks), {@code rejected} (some part
 * will never be, also because it was cancelled). Received: {@code partial} (some parts are
 * missing), {@code received} (complete), {@code lost} (parts are still missing when the retention
 * period of the first one ends, so they cannot be had any more).
 */
public enum MessageState {
  /** {@code created} */
  CREATED("created"),
  /** {@code broadcast} */
  BROADCAST("broadcast"),
  /** {@code final} */
  FINAL("final"),
  /** {@code rejected} */
  REJECTED("rejected"),
  /** {@code partial} */
  PARTIAL("partial"),
  /** {@code received} */
  RECEIVED("received"),
  /** {@code lost} */
  LOST("lost"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  MessageState(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static MessageState read(Object json) {
    String value = Json.string(json);
    for (MessageState each : values()) {
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
