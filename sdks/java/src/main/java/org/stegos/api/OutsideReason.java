// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * Why a validator would not be in the next set. {@code below_minimum}: its operator's own stake is
 * below {@code minStake}, as after a leak; a deposit of the operator's mends it. {@code
 * outranked}: {@code maxValidators} others have more stake. {@code suspended}, {@code leaving},
 * {@code frozen}: its status. {@code gone}: nothing is left of it but what others staked, which
 * they can take out.
 */
public enum OutsideReason {
  /** {@code below_minimum} */
  BELOW_MINIMUM("below_minimum"),
  /** {@code outranked} */
  OUTRANKED("outranked"),
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

  OutsideReason(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static OutsideReason read(Object json) {
    String value = Json.string(json);
    for (OutsideReason each : values()) {
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
