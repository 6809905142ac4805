// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * What a transaction does with stake. {@code register} begins a validator, {@code deposit} adds
 * stake, {@code unbond} and {@code unbond_own} begin to take it out, {@code withdraw} takes it,
 * {@code configure}, {@code rotate} and {@code resume} are an operator's, {@code evidence}
 * convicts a validator, {@code award} ends a draw.
 */
public enum OperationType {
  /** {@code register} */
  REGISTER("register"),
  /** {@code deposit} */
  DEPOSIT("deposit"),
  /** {@code unbond} */
  UNBOND("unbond"),
  /** {@code unbond_own} */
  UNBOND_OWN("unbond_own"),
  /** {@code withdraw} */
  WITHDRAW("withdraw"),
  /** {@code configure} */
  CONFIGURE("configure"),
  /** {@code rotate} */
  ROTATE("rotate"),
  /** {@code resume} */
  RESUME("resume"),
  /** {@code evidence} */
  EVIDENCE("evidence"),
  /** {@code award} */
  AWARD("award"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  OperationType(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static OperationType read(Object json) {
    String value = Json.string(json);
    for (OperationType each : values()) {
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
