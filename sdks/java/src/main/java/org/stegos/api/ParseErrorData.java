// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The body or the message is not valid JSON.
 * @param retryable Whether the same call may succeed later.
 */
public record ParseErrorData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static ParseErrorData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ParseErrorData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
