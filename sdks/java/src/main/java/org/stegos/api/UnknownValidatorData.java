// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * No validator with this key or id is registered.
 * @param retryable Whether the same call may succeed later.
 * @param validator The key or id that was asked for.
 */
public record UnknownValidatorData(
    boolean retryable,
    String validator) {

  /** Reads one from JSON. */
  public static UnknownValidatorData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new UnknownValidatorData(
        in.required("retryable", Json::bool),
        in.required("validator", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("validator", validator, Json::same)
        .fields();
  }
}
