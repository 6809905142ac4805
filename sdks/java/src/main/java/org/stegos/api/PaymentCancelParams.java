// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.cancel}: Take back a payment.
 * @param paymentId Its id.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record PaymentCancelParams(
    PaymentId paymentId,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static PaymentCancelParams of(PaymentId paymentId) {
    return new PaymentCancelParams(paymentId, Optional.empty());
  }

  /** Makes it safe to repeat the call. */
  public PaymentCancelParams idempotencyKey(String idempotencyKey) {
    return new PaymentCancelParams(paymentId, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static PaymentCancelParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentCancelParams(
        in.required("paymentId", PaymentId::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
