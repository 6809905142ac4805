// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** What a token is for; {@code x-scopes} says what each allows. */
public enum Scope {
  /** {@code read} */
  READ("read"),
  /** {@code message} */
  MESSAGE("message"),
  /** {@code pay} */
  PAY("pay"),
  /** {@code stake} */
  STAKE("stake"),
  /** {@code packet} */
  PACKET("packet"),
  /** {@code admin} */
  ADMIN("admin"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  Scope(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static Scope read(Object json) {
    String value = Json.string(json);
    for (Scope each : values()) {
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
