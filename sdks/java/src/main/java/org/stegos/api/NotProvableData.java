// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The account does not know the secret of this payment: it was received, not sent, or its record
 * is gone.
 * @param retryable Whether the same call may succeed later.
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 */
public record NotProvableData(
    boolean retryable,
    PaymentId paymentId) {

  /** Reads one from JSON. */
  public static NotProvableData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NotProvableData(
        in.required("retryable", Json::bool),
        in.required("paymentId", PaymentId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("paymentId", paymentId, PaymentId::write)
        .fields();
  }
}
