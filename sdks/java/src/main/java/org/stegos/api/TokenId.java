// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of a token: no secret, and not the token itself. {@code owner} stands for the one in
 * {@code api.token}.
 * @param value the string itself
 */
public record TokenId(String value) {
  public TokenId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static TokenId read(Object json) {
    return new TokenId(Json.string(json));
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
