// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code oldest} first (so that {@code next} leads on to what comes later) or {@code newest}
 * first.
 */
public enum Order {
  /** {@code oldest} */
  OLDEST("oldest"),
  /** {@code newest} */
  NEWEST("newest"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  Order(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static Order read(Object json) {
    String value = Json.string(json);
    for (Order each : values()) {
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
