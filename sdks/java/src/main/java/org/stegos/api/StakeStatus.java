// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * Where a stake stands. {@code created}: the deposit is stored. {@code broadcast}: it is handed to
 * the network. {@code active}: it is staked, and earns if its {@code validator} is in the set.
 * {@code frozen}: its validator contradicted itself; what is left may be taken out when the
 * unbonding time is over. {@code unbonding}: all of it is on its way out. {@code withdrawable}: it
 * is released. {@code withdrawn}: all of it was taken. {@code rejected}: the deposit will never be
 * in a block; its coins are free again.
 */
public enum StakeStatus {
  /** {@code created} */
  CREATED("created"),
  /** {@code broadcast} */
  BROADCAST("broadcast"),
  /** {@code active} */
  ACTIVE("active"),
  /** {@code frozen} */
  FROZEN("frozen"),
  /** {@code unbonding} */
  UNBONDING("unbonding"),
  /** {@code withdrawable} */
  WITHDRAWABLE("withdrawable"),
  /** {@code withdrawn} */
  WITHDRAWN("withdrawn"),
  /** {@code rejected} */
  REJECTED("rejected"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  StakeStatus(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static StakeStatus read(Object json) {
    String value = Json.string(json);
    for (StakeStatus each : values()) {
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
