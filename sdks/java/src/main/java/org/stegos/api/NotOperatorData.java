// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The account is not the operator of this validator.
 * @param retryable Whether the same call may succeed later.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 */
public record NotOperatorData(
    boolean retryable,
    ValidatorId validatorId) {

  /** Reads one from JSON. */
  public static NotOperatorData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NotOperatorData(
        in.required("retryable", Json::bool),
        in.required("validatorId", ValidatorId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("validatorId", validatorId, ValidatorId::write)
        .fields();
  }
}
