// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What a token may move out of accounts, amounts and fees together, in any span of time of this
 * length.
 * @param amount So much at most.
 * @param period Seconds.
 */
public record TokenBudget(
    Amount amount,
    long period) {
  /** With what is required. */
  public static TokenBudget of(Amount amount, long period) {
    return new TokenBudget(amount, period);
  }

  /** Reads one from JSON. */
  public static TokenBudget read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenBudget(
        in.required("amount", Amount::read),
        in.required("period", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("amount", amount, Amount::write)
        .put("period", period, Json::same)
        .fields();
  }
}
