// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of an output, unique for all time, lower-case hex.
 * @param value the string itself
 */
public record OutputId(String value) {
  public OutputId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static OutputId read(Object json) {
    return new OutputId(Json.string(json));
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
