// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * The id of a payment, the same for sender and receiver, known before its transaction exists, and
 * the same again after an account is recovered from its phrase; lower-case hex.
 * @param value the string itself
 */
public record PaymentId(String value) {
  public PaymentId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static PaymentId read(Object json) {
    return new PaymentId(Json.string(json));
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
