// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The contract has no method of that name.
 * @param retryable Whether the same call may succeed later.
 * @param method The name that was asked for.
 */
public record UnknownMethodData(
    boolean retryable,
    String method) {

  /** Reads one from JSON. */
  public static UnknownMethodData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new UnknownMethodData(
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
