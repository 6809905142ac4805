// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** What an id is of. */
public enum AuditIdType {
  /** {@code account} */
  ACCOUNT("account"),
  /** {@code payment} */
  PAYMENT("payment"),
  /** {@code transaction} */
  TRANSACTION("transaction"),
  /** {@code message} */
  MESSAGE("message"),
  /** {@code stake} */
  STAKE("stake"),
  /** {@code token} */
  TOKEN("token"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  AuditIdType(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static AuditIdType read(Object json) {
    String value = Json.string(json);
    for (AuditIdType each : values()) {
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
