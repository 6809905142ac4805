// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A receipt that shows anybody whom a payment went to, and how much it was; nothing else of the
 * account is revealed.
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 * @param to An address in bech32m; its prefix names the network: {@code stg1} main, {@code tstg1}
 * test, {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of
 * another network with {@code wrong_network}.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param proof A receipt for one payment, which {@code payment.verifyProof} checks on any node.
 */
public record PaymentProof(
    PaymentId paymentId,
    Address to,
    Amount amount,
    String proof) {

  /** Reads one from JSON. */
  public static PaymentProof read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentProof(
        in.required("paymentId", PaymentId::read),
        in.required("to", Address::read),
        in.required("amount", Amount::read),
        in.required("proof", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .put("to", to, Address::write)
        .put("amount", amount, Amount::write)
        .put("proof", proof, Json::same)
        .fields();
  }
}
