// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** What is wrong with it. */
public enum InvalidRecoveryPhraseDataReason {
  /** {@code length} */
  LENGTH("length"),
  /** {@code word} */
  WORD("word"),
  /** {@code checksum} */
  CHECKSUM("checksum"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  InvalidRecoveryPhraseDataReason(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static InvalidRecoveryPhraseDataReason read(Object json) {
    String value = Json.string(json);
    for (InvalidRecoveryPhraseDataReason each : values()) {
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
