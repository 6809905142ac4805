// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * A token: {@code stegostoken1}, 256 random bits and a checksum, in bech32m. Whoever has it may do
 * what it allows. Its printed form hides it.
 * @param value the string itself
 */
public record TokenText(String value) {
  public TokenText {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static TokenText read(Object json) {
    return new TokenText(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return "TokenText(hidden)";
  }
}
