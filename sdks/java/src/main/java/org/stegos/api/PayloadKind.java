// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code none}: a payment without data. {@code message}: a part of a message. {@code change}: what
 * the sender keeps for himself. {@code filler}: nothing, so that all transactions look alike.
 */
public enum PayloadKind {
  /** {@code none} */
  NONE("none"),
  /** {@code message} */
  MESSAGE("message"),
  /** {@code change} */
  CHANGE("change"),
  /** {@code filler} */
  FILLER("filler"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  PayloadKind(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static PayloadKind read(Object json) {
    String value = Json.string(json);
    for (PayloadKind each : values()) {
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
