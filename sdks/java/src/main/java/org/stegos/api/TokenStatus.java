// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code active}: it may be used. {@code expired}: its time is over. {@code revoked}: it was
 * revoked, or the one it was made with.
 */
public enum TokenStatus {
  /** {@code active} */
  ACTIVE("active"),
  /** {@code expired} */
  EXPIRED("expired"),
  /** {@code revoked} */
  REVOKED("revoked"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  TokenStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static TokenStatus read(Object json) {
    String value = Json.string(json);
    for (TokenStatus each : values()) {
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
