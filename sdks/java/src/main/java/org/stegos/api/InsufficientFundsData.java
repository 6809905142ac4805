// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The account cannot pay amount and fee. What is locked may come free as unfinished payments
 * become final.
 * @param retryable Whether the same call may succeed later.
 * @param available An amount in base units as a decimal string, from "0" to
 * "18446744073709551615". 1 STG is 1 000 000 base units.
 * @param locked An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param needed With the fee.
 * @param fee What of {@code needed} is fee.
 */
public record InsufficientFundsData(
    boolean retryable,
    Amount available,
    Amount locked,
    Amount needed,
    Amount fee) {

  /** Reads one from JSON. */
  public static InsufficientFundsData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InsufficientFundsData(
        in.required("retryable", Json::bool),
        in.required("available", Amount::read),
        in.required("locked", Amount::read),
        in.required("needed", Amount::read),
        in.required("fee", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("available", available, Amount::write)
        .put("locked", locked, Amount::write)
        .put("needed", needed, Amount::write)
        .put("fee", fee, Amount::write)
        .fields();
  }
}
