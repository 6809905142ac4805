// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Amount and fee are more than is left of what the token may move in this time. Nothing was made.
 * Repeating does not help before {@code freeAt}.
 * @param retryable Whether the same call may succeed later.
 * @param budget What the token may move in a period.
 * @param period Seconds of the period.
 * @param left What is left of it now.
 * @param needed What the call would take, as far as it was known.
 * @param freeAt When as much as is needed is free again, if nothing else is spent; absent when it
 * is more than the whole budget.
 */
public record OverBudgetData(
    boolean retryable,
    Amount budget,
    long period,
    Amount left,
    Amount needed,
    Optional<Instant> freeAt) {

  /** Reads one from JSON. */
  public static OverBudgetData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new OverBudgetData(
        in.required("retryable", Json::bool),
        in.required("budget", Amount::read),
        in.required("period", Json::integer),
        in.required("left", Amount::read),
        in.required("needed", Amount::read),
        in.optional("freeAt", Json::instant));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("budget", budget, Amount::write)
        .put("period", period, Json::same)
        .put("left", left, Amount::write)
        .put("needed", needed, Amount::write)
        .putOptional("freeAt", freeAt, Json::text)
        .fields();
  }
}
