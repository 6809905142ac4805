// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The view key is malformed or of another network.
 * @param retryable Whether the same call may succeed later.
 */
public record InvalidViewKeyData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static InvalidViewKeyData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidViewKeyData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
