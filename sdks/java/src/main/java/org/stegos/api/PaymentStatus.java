// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * Where a payment stands. {@code created}: stored, waits for its turn or for coins. {@code
 * broadcast}: handed to the network. {@code final}: in a block. {@code rejected}: it will never be
 * in a block; its coins are free again. {@code cancelled}: taken back before it was broadcast.
 */
public enum PaymentStatus {
  /** {@code created} */
  CREATED("created"),
  /** {@code broadcast} */
  BROADCAST("broadcast"),
  /** {@code final} */
  FINAL("final"),
  /** {@code rejected} */
  REJECTED("rejected"),
  /** {@code cancelled} */
  CANCELLED("cancelled"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  PaymentStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static PaymentStatus read(Object json) {
    String value = Json.string(json);
    for (PaymentStatus each : values()) {
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
