// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The chain has no such output, or not yet.
 * @param retryable Whether the same call may succeed later.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 * @param earliestHeight On a node that prunes: what became final below this height is not known
 * here.
 */
public record OutputNotFoundData(
    boolean retryable,
    OutputId outputId,
    Optional<Long> earliestHeight) {

  /** Reads one from JSON. */
  public static OutputNotFoundData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new OutputNotFoundData(
        in.required("retryable", Json::bool),
        in.required("outputId", OutputId::read),
        in.optional("earliestHeight", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("outputId", outputId, OutputId::write)
        .putOptional("earliestHeight", earliestHeight, Json::same)
        .fields();
  }
}
