// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Small coins that become one.
 * @param paymentId The payment of the account to itself.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param status Where a payment stands. {@code created}: stored, waits for its turn or for coins.
 * {@code broadcast}: handed to the network. {@code final}: in a block. {@code rejected}: it will
 * never be in a block; its coins are free again. {@code cancelled}: taken back before it was
 * broadcast.
 * @param fee An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param merged Coins it merges.
 * @param remaining Coins the account still has to spend from when it is final, the merged one
 * among them.
 */
public record Consolidation(
    PaymentId paymentId,
    TransactionId transactionId,
    PaymentStatus status,
    Amount fee,
    long merged,
    long remaining) {

  /** Reads one from JSON. */
  public static Consolidation read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Consolidation(
        in.required("paymentId", PaymentId::read),
        in.required("transactionId", TransactionId::read),
        in.required("status", PaymentStatus::read),
        in.required("fee", Amount::read),
        in.required("merged", Json::integer),
        in.required("remaining", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .put("transactionId", transactionId, TransactionId::write)
        .put("status", status, PaymentStatus::write)
        .put("fee", fee, Amount::write)
        .put("merged", merged, Json::same)
        .put("remaining", remaining, Json::same)
        .fields();
  }
}
