// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code deposit}: staked with a validator. {@code own}: an operator's own stake in its validator.
 * {@code award}: a prize of the award. {@code bounty}: what the award paid for the proof of its
 * delay. {@code bond}: what came back of the bond that goes with evidence. The last three are not
 * staked: they are money that waits until {@code stake.withdraw} takes it out, which the wallet
 * never does by itself.
 */
public enum StakeType {
  /** {@code deposit} */
  DEPOSIT("deposit"),
  /** {@code own} */
  OWN("own"),
  /** {@code award} */
  AWARD("award"),
  /** {@code bounty} */
  BOUNTY("bounty"),
  /** {@code bond} */
  BOND("bond"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  StakeType(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static StakeType read(Object json) {
    String value = Json.string(json);
    for (StakeType each : values()) {
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
