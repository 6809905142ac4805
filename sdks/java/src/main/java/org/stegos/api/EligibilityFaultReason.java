// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code not_in_set}: it was not in the set of an epoch. {@code attendance}: it signed too few
 * blocks of an epoch. {@code slashed}: it contradicted itself.
 */
public enum EligibilityFaultReason {
  /** {@code not_in_set} */
  NOT_IN_SET("not_in_set"),
  /** {@code attendance} */
  ATTENDANCE("attendance"),
  /** {@code slashed} */
  SLASHED("slashed"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  EligibilityFaultReason(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static EligibilityFaultReason read(Object json) {
    String value = Json.string(json);
    for (EligibilityFaultReason each : values()) {
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
