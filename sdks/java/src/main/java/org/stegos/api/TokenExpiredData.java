// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The time the token was made for is over. Ask its maker for another one.
 * @param retryable Whether the same call may succeed later.
 * @param expiredAt A time, RFC 3339 in UTC with milliseconds.
 */
public record TokenExpiredData(
    boolean retryable,
    Instant expiredAt) {

  /** Reads one from JSON. */
  public static TokenExpiredData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenExpiredData(
        in.required("retryable", Json::bool),
        in.required("expiredAt", Json::instant));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("expiredAt", expiredAt, Json::text)
        .fields();
  }
}
