// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Less than the rules of staking allow: of a deposit, of an operator's own stake, of what stays,
 * or of what is taken out; {@code of} says which.
 * @param retryable Whether the same call may succeed later.
 * @param minimum An amount in base units as a decimal string, from "0" to "18446744073709551615".
 * 1 STG is 1 000 000 base units.
 * @param of {@code deposit}: a deposit is at least that. {@code own_stake}: so is what an operator
 * stakes itself. {@code rest}, {@code own_rest}: so much has to stay, unless all is taken out.
 * {@code withdrawal}: less is hardly worth the fee of taking it out in the end.
 */
public record BelowMinimumData(
    boolean retryable,
    Amount minimum,
    BelowMinimumDataOf of) {

  /** Reads one from JSON. */
  public static BelowMinimumData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new BelowMinimumData(
        in.required("retryable", Json::bool),
        in.required("minimum", Amount::read),
        in.required("of", BelowMinimumDataOf::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("minimum", minimum, Amount::write)
        .put("of", of, BelowMinimumDataOf::write)
        .fields();
  }
}
