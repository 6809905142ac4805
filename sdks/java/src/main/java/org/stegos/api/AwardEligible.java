// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A validator that may win.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param validatorKey The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
 * @param operator Schnorr key that is paid.
 */
public record AwardEligible(
    ValidatorId validatorId,
    ValidatorKey validatorKey,
    String operator) {

  /** Reads one from JSON. */
  public static AwardEligible read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AwardEligible(
        in.required("validatorId", ValidatorId::read),
        in.required("validatorKey", ValidatorKey::read),
        in.required("operator", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("validatorKey", validatorKey, ValidatorKey::write)
        .put("operator", operator, Json::same)
        .fields();
  }
}
