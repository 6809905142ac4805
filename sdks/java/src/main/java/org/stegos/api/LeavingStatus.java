// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code unbonding}: it waits. {@code frozen}: its validator contradicted itself, and it waits for
 * the verdict. {@code withdrawable}: it may be withdrawn; the wallet does that by itself as soon
 * as the account is unlocked, unless it is an {@code award}, a {@code bounty} or a {@code bond},
 * or hardly worth the fee.
 */
public enum LeavingStatus {
  /** {@code unbonding} */
  UNBONDING("unbonding"),
  /** {@code frozen} */
  FROZEN("frozen"),
  /** {@code withdrawable} */
  WITHDRAWABLE("withdrawable"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  LeavingStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static LeavingStatus read(Object json) {
    String value = Json.string(json);
    for (LeavingStatus each : values()) {
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
