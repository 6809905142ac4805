// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The answers to a batch have reached the limit. This call was not carried out: ask again in
 * another batch.
 * @param retryable Whether the same call may succeed later.
 * @param limit Bytes the answers may have.
 */
public record ResponseTooLargeData(
    boolean retryable,
    long limit) {

  /** Reads one from JSON. */
  public static ResponseTooLargeData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ResponseTooLargeData(
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
