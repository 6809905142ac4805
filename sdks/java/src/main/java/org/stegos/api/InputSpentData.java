// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A coin the transaction spends does not exist, is spent, or is spent by another waiting
 * transaction.
 * @param retryable Whether the same call may succeed later.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 */
public record InputSpentData(
    boolean retryable,
    Optional<OutputId> outputId) {

  /** Reads one from JSON. */
  public static InputSpentData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InputSpentData(
        in.required("retryable", Json::bool),
        in.optional("outputId", OutputId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .putOptional("outputId", outputId, OutputId::write)
        .fields();
  }
}
