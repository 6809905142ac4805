// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * Why a transaction will never be in a block. {@code input_spent}: a coin it spends was spent by
 * another one (the phrase is in use elsewhere, too). {@code refused}: the network refused it.
 * {@code cancelled}: a payment that carries a part of the message was taken back.
 */
public enum RejectReason {
  /** {@code input_spent} */
  INPUT_SPENT("input_spent"),
  /** {@code refused} */
  REFUSED("refused"),
  /** {@code cancelled} */
  CANCELLED("cancelled"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  RejectReason(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static RejectReason read(Object json) {
    String value = Json.string(json);
    for (RejectReason each : values()) {
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
