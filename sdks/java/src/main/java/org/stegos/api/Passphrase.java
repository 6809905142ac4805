// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * Encrypts the key file of an account. Its printed form hides it.
 * @param value the string itself
 */
public record Passphrase(String value) {
  public Passphrase {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static Passphrase read(Object json) {
    return new Passphrase(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return "Passphrase(hidden)";
  }
}
