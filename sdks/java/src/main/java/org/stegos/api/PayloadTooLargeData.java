// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The message exceeds what may be sent.
 * @param retryable Whether the same call may succeed later.
 * @param limit Bytes that may be sent.
 * @param size Bytes there were.
 */
public record PayloadTooLargeData(
    boolean retryable,
    long limit,
    Optional<Long> size) {

  /** Reads one from JSON. */
  public static PayloadTooLargeData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PayloadTooLargeData(
        in.required("retryable", Json::bool),
        in.required("limit", Json::integer),
        in.optional("size", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("limit", limit, Json::same)
        .putOptional("size", size, Json::same)
        .fields();
  }
}
