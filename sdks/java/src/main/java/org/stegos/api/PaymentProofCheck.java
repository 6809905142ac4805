// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What a receipt shows.
 * @param valid Whether it holds. The other fields are there when it does.
 * @param reason Why it does not hold: {@code malformed}; {@code mismatch} (it does not belong to
 * the output it names); {@code unknown_output} (this chain has no such output yet).
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 * @param to An address in bech32m; its prefix names the network: {@code stg1} main, {@code tstg1}
 * test, {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of
 * another network with {@code wrong_network}.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param height Block that made it final.
 */
public record PaymentProofCheck(
    boolean valid,
    Optional<PaymentProofCheckReason> reason,
    Optional<PaymentId> paymentId,
    Optional<Address> to,
    Optional<Amount> amount,
    Optional<TransactionId> transactionId,
    Optional<Long> height) {

  /** Reads one from JSON. */
  public static PaymentProofCheck read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentProofCheck(
        in.required("valid", Json::bool),
        in.optional("reason", PaymentProofCheckReason::read),
        in.optional("paymentId", PaymentId::read),
        in.optional("to", Address::read),
        in.optional("amount", Amount::read),
        in.optional("transactionId", TransactionId::read),
        in.optional("height", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("valid", valid, Json::same)
        .putOptional("reason", reason, PaymentProofCheckReason::write)
        .putOptional("paymentId", paymentId, PaymentId::write)
        .putOptional("to", to, Address::write)
        .putOptional("amount", amount, Amount::write)
        .putOptional("transactionId", transactionId, TransactionId::write)
        .putOptional("height", height, Json::same)
        .fields();
  }
}
