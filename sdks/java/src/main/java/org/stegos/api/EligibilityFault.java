// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Why a validator is not eligible for the award of a period.
 * @param reason {@code not_in_set}: it was not in the set of an epoch. {@code attendance}: it
 * signed too few blocks of an epoch. {@code slashed}: it contradicted itself.
 * @param epoch The first epoch of the period in which it came about.
 * @param signed Blocks of that epoch it signed.
 * @param could Blocks of that epoch it could have signed.
 */
public record EligibilityFault(
    EligibilityFaultReason reason,
    long epoch,
    long signed,
    long could) {

  /** Reads one from JSON. */
  public static EligibilityFault read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new EligibilityFault(
        in.required("reason", EligibilityFaultReason::read),
        in.required("epoch", Json::integer),
        in.required("signed", Json::integer),
        in.required("could", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("reason", reason, EligibilityFaultReason::write)
        .put("epoch", epoch, Json::same)
        .put("signed", signed, Json::same)
        .put("could", could, Json::same)
        .fields();
  }
}
