// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * It is leaving or frozen.
 * @param retryable Whether the same call may succeed later.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param status {@code active}: may be in the next set, if it has the stake. {@code suspended}:
 * left out because it was silent, until its operator says that it is back. {@code leaving}: its
 * operator took its stake out. {@code frozen}: it contradicted itself.
 */
public record ValidatorClosedData(
    boolean retryable,
    ValidatorId validatorId,
    ValidatorStatus status) {

  /** Reads one from JSON. */
  public static ValidatorClosedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ValidatorClosedData(
        in.required("retryable", Json::bool),
        in.required("validatorId", ValidatorId::read),
        in.required("status", ValidatorStatus::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("validatorId", validatorId, ValidatorId::write)
        .put("status", status, ValidatorStatus::write)
        .fields();
  }
}
