// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The proof is not one for the seed of the draw that waits.
 * @param retryable Whether the same call may succeed later.
 * @param period The award period of the draw.
 */
public record InvalidAwardProofData(
    boolean retryable,
    long period) {

  /** Reads one from JSON. */
  public static InvalidAwardProofData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidAwardProofData(
        in.required("retryable", Json::bool),
        in.required("period", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("period", period, Json::same)
        .fields();
  }
}
