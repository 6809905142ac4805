// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of a block: the hash of its header, lower-case hex.
 * @param value the string itself
 */
public record BlockId(String value) {
  public BlockId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static BlockId read(Object json) {
    return new BlockId(Json.string(json));
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
