// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A fault of the node. It is in its log under the reference.
 * @param retryable Whether the same call may succeed later.
 * @param reference Finds the fault in the log.
 */
public record InternalErrorData(
    boolean retryable,
    String reference) {

  /** Reads one from JSON. */
  public static InternalErrorData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InternalErrorData(
        in.required("retryable", Json::bool),
        in.required("reference", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("reference", reference, Json::same)
        .fields();
  }
}
