// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The cursor is not one this node gave for this list or stream.
 * @param retryable Whether the same call may succeed later.
 */
public record InvalidCursorData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static InvalidCursorData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidCursorData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
