// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code unspent}: can be spent. {@code pending}: its transaction is not final. {@code reserved}:
 * an unfinished payment holds it. {@code spent}: gone.
 */
public enum CoinStatus {
  /** {@code unspent} */
  UNSPENT("unspent"),
  /** {@code pending} */
  PENDING("pending"),
  /** {@code reserved} */
  RESERVED("reserved"),
  /** {@code spent} */
  SPENT("spent"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  CoinStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static CoinStatus read(Object json) {
    String value = Json.string(json);
    for (CoinStatus each : values()) {
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
