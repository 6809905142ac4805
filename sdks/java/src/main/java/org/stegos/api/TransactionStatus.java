// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** {@code pending}: waits for a block. {@code final}: in a block, which never changes. */
public enum TransactionStatus {
  /** {@code pending} */
  PENDING("pending"),
  /** {@code final} */
  FINAL("final"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  TransactionStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static TransactionStatus read(Object json) {
    String value = Json.string(json);
    for (TransactionStatus each : values()) {
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
