// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The view key of an account: finds and reads everything, spends nothing. Its printed form hides
 * it.
 * @param value the string itself
 */
public record ViewKey(String value) {
  public ViewKey {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static ViewKey read(Object json) {
    return new ViewKey(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return "ViewKey(hidden)";
  }
}
