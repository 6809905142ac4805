// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * It has been broadcast; only a payment that is still {@code created} can be taken back.
 * @param retryable Whether the same call may succeed later.
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 * @param status Where a payment stands. {@code created}: stored, waits for its turn or for coins.
 * {@code broadcast}: handed to the network. {@code final}: in a block. {@code rejected}: it will
 * never be in a block; its coins are free again. {@code cancelled}: taken back before it was
 * broadcast.
 */
public record NotCancellableData(
    boolean retryable,
    PaymentId paymentId,
    PaymentStatus status) {

  /** Reads one from JSON. */
  public static NotCancellableData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NotCancellableData(
        in.required("retryable", Json::bool),
        in.required("paymentId", PaymentId::read),
        in.required("status", PaymentStatus::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("paymentId", paymentId, PaymentId::write)
        .put("status", status, PaymentStatus::write)
        .fields();
  }
}
