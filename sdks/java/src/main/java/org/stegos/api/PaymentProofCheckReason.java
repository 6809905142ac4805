// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * Why it does not hold: {@code malformed}; {@code mismatch} (it does not belong to the output it
 * names); {@code unknown_output} (this chain has no such output yet).
 */
public enum PaymentProofCheckReason {
  /** {@code malformed} */
  MALFORMED("malformed"),
  /** {@code mismatch} */
  MISMATCH("mismatch"),
  /** {@code unknown_output} */
  UNKNOWN_OUTPUT("unknown_output"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  PaymentProofCheckReason(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static PaymentProofCheckReason read(Object json) {
    String value = Json.string(json);
    for (PaymentProofCheckReason each : values()) {
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
