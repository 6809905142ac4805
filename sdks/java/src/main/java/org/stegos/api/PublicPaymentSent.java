// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A payment that is stored, with its receipt.
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param status Where a payment stands. {@code created}: stored, waits for its turn or for coins.
 * {@code broadcast}: handed to the network. {@code final}: in a block. {@code rejected}: it will
 * never be in a block; its coins are free again. {@code cancelled}: taken back before it was
 * broadcast.
 * @param fee An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param proof A receipt for one payment, which {@code payment.verifyProof} checks on any node.
 * @param messageId When it carries data.
 */
public record PublicPaymentSent(
    PaymentId paymentId,
    TransactionId transactionId,
    PaymentStatus status,
    Amount fee,
    String proof,
    Optional<MessageId> messageId) {

  /** Reads one from JSON. */
  public static PublicPaymentSent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PublicPaymentSent(
        in.required("paymentId", PaymentId::read),
        in.required("transactionId", TransactionId::read),
        in.required("status", PaymentStatus::read),
        in.required("fee", Amount::read),
        in.required("proof", Json::string),
        in.optional("messageId", MessageId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .put("transactionId", transactionId, TransactionId::write)
        .put("status", status, PaymentStatus::write)
        .put("fee", fee, Amount::write)
        .put("proof", proof, Json::same)
        .putOptional("messageId", messageId, MessageId::write)
        .fields();
  }
}
