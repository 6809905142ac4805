// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The node has not worked out the delay of the draw. Ask again, or, where {@code proving} is
 * false, start the node with {@code --award-prover on}.
 * @param retryable Whether the same call may succeed later.
 * @param period The award period of the draw.
 * @param proving Whether the node works it out.
 * @param percent How far it has come; absent where it does not work it out.
 */
public record ProofNotReadyData(
    boolean retryable,
    long period,
    boolean proving,
    Optional<Long> percent) {

  /** Reads one from JSON. */
  public static ProofNotReadyData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ProofNotReadyData(
        in.required("retryable", Json::bool),
        in.required("period", Json::integer),
        in.required("proving", Json::bool),
        in.optional("percent", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("period", period, Json::same)
        .put("proving", proving, Json::same)
        .putOptional("percent", percent, Json::same)
        .fields();
  }
}
