// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * {@code deposit}: a deposit is at least that. {@code own_stake}: so is what an operator stakes
 * itself. {@code rest}, {@code own_rest}: so much has to stay, unless all is taken out. {@code
 * withdrawal}: less is hardly worth the fee of taking it out in the end.
 */
public enum BelowMinimumDataOf {
  /** {@code deposit} */
  DEPOSIT("deposit"),
  /** {@code own_stake} */
  OWN_STAKE("own_stake"),
  /** {@code rest} */
  REST("rest"),
  /** {@code own_rest} */
  OWN_REST("own_rest"),
  /** {@code withdrawal} */
  WITHDRAWAL("withdrawal"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  BelowMinimumDataOf(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static BelowMinimumDataOf read(Object json) {
    String value = Json.string(json);
    for (BelowMinimumDataOf each : values()) {
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
