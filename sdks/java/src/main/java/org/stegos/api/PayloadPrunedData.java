// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The retention period is over and this node has dropped the payload.
 * @param retryable Whether the same call may succeed later.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 */
public record PayloadPrunedData(
    boolean retryable,
    OutputId outputId) {

  /** Reads one from JSON. */
  public static PayloadPrunedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PayloadPrunedData(
        in.required("retryable", Json::bool),
        in.required("outputId", OutputId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("outputId", outputId, OutputId::write)
        .fields();
  }
}
