// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of a transaction, lower-case hex.
 * @param value the string itself
 */
public record TransactionId(String value) {
  public TransactionId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static TransactionId read(Object json) {
    return new TransactionId(Json.string(json));
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
