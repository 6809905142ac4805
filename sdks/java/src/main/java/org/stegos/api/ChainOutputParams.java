// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code chain.output}: One output.
 * @param outputId Its id.
 * @param payload Whether to give the encrypted payload, too.
 */
public record ChainOutputParams(
    OutputId outputId,
    Optional<Boolean> payload) {
  /** With what is required. */
  public static ChainOutputParams of(OutputId outputId) {
    return new ChainOutputParams(outputId, Optional.empty());
  }

  /** Whether to give the encrypted payload, too. */
  public ChainOutputParams payload(boolean payload) {
    return new ChainOutputParams(outputId, Optional.of(payload));
  }

  /** Reads one from JSON. */
  public static ChainOutputParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainOutputParams(
        in.required("outputId", OutputId::read),
        in.optional("payload", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("outputId", outputId, OutputId::write)
        .putOptional("payload", payload, Json::same)
        .fields();
  }
}
