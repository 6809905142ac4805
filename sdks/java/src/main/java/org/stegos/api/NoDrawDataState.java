// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** {@code open}: no draw is under way. {@code frozen}: one is, and its seed is not there yet. */
public enum NoDrawDataState {
  /** {@code open} */
  OPEN("open"),
  /** {@code frozen} */
  FROZEN("frozen"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  NoDrawDataState(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static NoDrawDataState read(Object json) {
    String value = Json.string(json);
    for (NoDrawDataState each : values()) {
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
