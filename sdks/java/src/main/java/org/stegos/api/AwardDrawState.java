// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code open}: the period lasts. {@code frozen}: pool and eligible are fixed, the seed is not
 * there. {@code seeded}: whoever has worked out the delay may post its proof.
 */
public enum AwardDrawState {
  /** {@code open} */
  OPEN("open"),
  /** {@code frozen} */
  FROZEN("frozen"),
  /** {@code seeded} */
  SEEDED("seeded"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  AwardDrawState(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static AwardDrawState read(Object json) {
    String value = Json.string(json);
    for (AwardDrawState each : values()) {
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
