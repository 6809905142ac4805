// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A validator was left out of the set because it was silent.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param epoch In which it was silent.
 * @param height The last block of that epoch.
 */
public record SuspendedEvent(
    ValidatorId validatorId,
    long epoch,
    long height) {

  /** Reads one from JSON. */
  public static SuspendedEvent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new SuspendedEvent(
        in.required("validatorId", ValidatorId::read),
        in.required("epoch", Json::integer),
        in.required("height", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("epoch", epoch, Json::same)
        .put("height", height, Json::same)
        .fields();
  }
}
