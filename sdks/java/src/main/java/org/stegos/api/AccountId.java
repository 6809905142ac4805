// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of an account: 8 bytes derived from its view key, the same after every recovery.
 * @param value the string itself
 */
public record AccountId(String value) {
  public AccountId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static AccountId read(Object json) {
    return new AccountId(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
