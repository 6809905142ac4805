// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * What names a validator for all time, whatever its key is; lower-case hex.
 * @param value the string itself
 */
public record ValidatorId(String value) {
  public ValidatorId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static ValidatorId read(Object json) {
    return new ValidatorId(Json.string(json));
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
