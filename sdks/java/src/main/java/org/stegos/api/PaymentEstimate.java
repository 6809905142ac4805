// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What a payment would take.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param fee Fees of all its transactions.
 * @param total Amount and fees.
 * @param transactions How many transactions it takes: one, and one more for each part of data that
 * does not fit, and for merging small coins.
 * @param inputs Inputs of all of them.
 * @param outputs Outputs of all of them.
 * @param spendable What the account could send now.
 * @param sufficient Whether the account could send it now.
 */
public record PaymentEstimate(
    Amount amount,
    Amount fee,
    Amount total,
    long transactions,
    long inputs,
    long outputs,
    Amount spendable,
    boolean sufficient) {

  /** Reads one from JSON. */
  public static PaymentEstimate read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentEstimate(
        in.required("amount", Amount::read),
        in.required("fee", Amount::read),
        in.required("total", Amount::read),
        in.required("transactions", Json::integer),
        in.required("inputs", Json::integer),
        in.required("outputs", Json::integer),
        in.required("spendable", Amount::read),
        in.required("sufficient", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("amount", amount, Amount::write)
        .put("fee", fee, Amount::write)
        .put("total", total, Amount::write)
        .put("transactions", transactions, Json::same)
        .put("inputs", inputs, Json::same)
        .put("outputs", outputs, Json::same)
        .put("spendable", spendable, Amount::write)
        .put("sufficient", sufficient, Json::same)
        .fields();
  }
}
