// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The batch has more calls than the node takes; none was carried out.
 * @param retryable Whether the same call may succeed later.
 * @param limit Calls a batch may have.
 */
public record BatchTooLargeData(
    boolean retryable,
    long limit) {

  /** Reads one from JSON. */
  public static BatchTooLargeData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new BatchTooLargeData(
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
