// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** As of stake.validator; {@code gone} for one that is not there any more. */
public enum StakeValidatorStatus {
  /** {@code active} */
  ACTIVE("active"),
  /** {@code suspended} */
  SUSPENDED("suspended"),
  /** {@code leaving} */
  LEAVING("leaving"),
  /** {@code frozen} */
  FROZEN("frozen"),
  /** {@code gone} */
  GONE("gone"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  StakeValidatorStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static StakeValidatorStatus read(Object json) {
    String value = Json.string(json);
    for (StakeValidatorStatus each : values()) {
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
