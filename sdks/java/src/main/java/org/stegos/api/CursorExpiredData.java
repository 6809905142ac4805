// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Events after the cursor are no longer kept. Read the lists and subscribe anew.
 * @param retryable Whether the same call may succeed later.
 */
public record CursorExpiredData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static CursorExpiredData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new CursorExpiredData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
