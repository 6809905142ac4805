// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Wait as long as {@code retryAfter} says.
 * @param retryable Whether the same call may succeed later.
 * @param retryAfter Seconds to wait.
 */
public record RateLimitedData(
    boolean retryable,
    double retryAfter) {

  /** Reads one from JSON. */
  public static RateLimitedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new RateLimitedData(
        in.required("retryable", Json::bool),
        in.required("retryAfter", Json::number));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("retryAfter", retryAfter, Json::same)
        .fields();
  }
}
