// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code active}: may be in the next set, if it has the stake. {@code suspended}: left out because
 * it was silent, until its operator says that it is back. {@code leaving}: its operator took its
 * stake out. {@code frozen}: it contradicted itself.
 */
public enum ValidatorStatus {
  /** {@code active} */
  ACTIVE("active"),
  /** {@code suspended} */
  SUSPENDED("suspended"),
  /** {@code leaving} */
  LEAVING("leaving"),
  /** {@code frozen} */
  FROZEN("frozen"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  ValidatorStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static ValidatorStatus read(Object json) {
    String value = Json.string(json);
    for (ValidatorStatus each : values()) {
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
