// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.JsonObject;

/**
 * Coins on their way.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 */
public record FaucetPayment(
    TransactionId transactionId,
    PaymentId paymentId,
    Amount amount) {

  /** Reads one from JSON. */
  public static FaucetPayment read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new FaucetPayment(
        in.required("transactionId", TransactionId::read),
        in.required("paymentId", PaymentId::read),
        in.required("amount", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transactionId", transactionId, TransactionId::write)
        .put("paymentId", paymentId, PaymentId::write)
        .put("amount", amount, Amount::write)
        .fields();
  }
}
