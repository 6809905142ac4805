// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The request has more bytes than the node takes.
 * @param retryable Whether the same call may succeed later.
 * @param limit Bytes a request may have.
 */
public record BodyTooLargeData(
    boolean retryable,
    long limit) {

  /** Reads one from JSON. */
  public static BodyTooLargeData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new BodyTooLargeData(
        in.required("retryable", Json::bool),
        in.required("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("limit", limit, Json::same)
        .fields();
  }
}
