// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The token has the scope, but is narrowed to methods among which this one is not.
 * @param retryable Whether the same call may succeed later.
 * @param method The method that was called.
 */
public record MethodNotAllowedData(
    boolean retryable,
    String method) {

  /** Reads one from JSON. */
  public static MethodNotAllowedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MethodNotAllowedData(
        in.required("retryable", Json::bool),
        in.required("method", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("method", method, Json::same)
        .fields();
  }
}
