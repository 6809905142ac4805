// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * 24 words (BIP-39, English) from which everything in the account can be restored. Whoever has it
 * has the money. Its printed form hides it.
 * @param value the string itself
 */
public record RecoveryPhrase(String value) {
  public RecoveryPhrase {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static RecoveryPhrase read(Object json) {
    return new RecoveryPhrase(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return "RecoveryPhrase(hidden)";
  }
}
