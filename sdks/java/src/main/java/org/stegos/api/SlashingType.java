// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code slashed}: it contradicted itself; a part is burnt at once and the rest frozen. A frozen
 * one is {@code slashed} again, with nothing burnt at once, when an earlier contradiction comes to
 * light or one with more weight: both count in the end. {@code thawed}: the unbonding time after
 * that is over; more may be burnt, and a part of the operator's own goes to the award. {@code
 * leaked}: more than a third of the weight was silent, and this one among it. What left the pool
 * in the same epoch loses the same part, which is burnt when it is withdrawn and is not counted
 * here.
 */
public enum SlashingType {
  /** {@code slashed} */
  SLASHED("slashed"),
  /** {@code thawed} */
  THAWED("thawed"),
  /** {@code leaked} */
  LEAKED("leaked"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  SlashingType(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static SlashingType read(Object json) {
    String value = Json.string(json);
    for (SlashingType each : values()) {
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
