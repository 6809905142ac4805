// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code received}: money or a message came from somebody. {@code sent}: it went out. {@code
 * self}: the account paid itself, or merged coins; only the fee is gone. {@code issued}: it came
 * with genesis. {@code staked}: it was staked. {@code unstaked}: it came back from stake. {@code
 * unbonded}: it began to leave stake, and is not there yet. {@code operated}: an operation on
 * stake that moves nothing. For both only the fee is gone.
 */
public enum HistoryType {
  /** {@code received} */
  RECEIVED("received"),
  /** {@code sent} */
  SENT("sent"),
  /** {@code self} */
  SELF("self"),
  /** {@code issued} */
  ISSUED("issued"),
  /** {@code staked} */
  STAKED("staked"),
  /** {@code unbonded} */
  UNBONDED("unbonded"),
  /** {@code unstaked} */
  UNSTAKED("unstaked"),
  /** {@code operated} */
  OPERATED("operated"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  HistoryType(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static HistoryType read(Object json) {
    String value = Json.string(json);
    for (HistoryType each : values()) {
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
