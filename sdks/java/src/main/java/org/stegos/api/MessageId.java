// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of a message: 16 random bytes its sender chose, which travel inside the payload.
 * @param value the string itself
 */
public record MessageId(String value) {
  public MessageId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static MessageId read(Object json) {
    return new MessageId(Json.string(json));
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
