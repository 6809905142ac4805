// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * A place in a list or a stream. Opaque: keep it, pass it back, do not look inside.
 * @param value the string itself
 */
public record Cursor(String value) {
  public Cursor {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static Cursor read(Object json) {
    return new Cursor(Json.string(json));
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
