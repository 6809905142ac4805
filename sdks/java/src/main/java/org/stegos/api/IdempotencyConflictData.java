// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A call with this key has been stored, and its parameters were others. Use a new key for a new
 * call.
 * @param retryable Whether the same call may succeed later.
 */
public record IdempotencyConflictData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static IdempotencyConflictData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new IdempotencyConflictData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
