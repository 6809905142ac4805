// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
 * @param value the string itself
 */
public record ValidatorKey(String value) {
  public ValidatorKey {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static ValidatorKey read(Object json) {
    return new ValidatorKey(Json.string(json));
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
