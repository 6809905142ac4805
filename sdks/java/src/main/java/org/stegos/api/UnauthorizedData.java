// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * No token was given, or one this node does not know.
 * @param retryable Whether the same call may succeed later.
 */
public record UnauthorizedData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static UnauthorizedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new UnauthorizedData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
