// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A validator of an epoch's set.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param validatorKey The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
 * @param stake At the beginning of the epoch; rewards go by it.
 * @param weight Voting weight.
 * @param signed Blocks of the epoch it signed.
 * @param could Blocks of the epoch it could have signed so far.
 */
public record EpochMember(
    ValidatorId validatorId,
    ValidatorKey validatorKey,
    Amount stake,
    Amount weight,
    long signed,
    long could) {

  /** Reads one from JSON. */
  public static EpochMember read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new EpochMember(
        in.required("validatorId", ValidatorId::read),
        in.required("validatorKey", ValidatorKey::read),
        in.required("stake", Amount::read),
        in.required("weight", Amount::read),
        in.required("signed", Json::integer),
        in.required("could", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("validatorKey", validatorKey, ValidatorKey::write)
        .put("stake", stake, Amount::write)
        .put("weight", weight, Amount::write)
        .put("signed", signed, Json::same)
        .put("could", could, Json::same)
        .fields();
  }
}
