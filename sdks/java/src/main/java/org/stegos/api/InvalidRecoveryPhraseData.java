// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The phrase is not 24 words of the English BIP-39 list, or its checksum does not hold.
 * @param retryable Whether the same call may succeed later.
 * @param reason What is wrong with it.
 * @param position Which word is unknown, from 1.
 */
public record InvalidRecoveryPhraseData(
    boolean retryable,
    InvalidRecoveryPhraseDataReason reason,
    Optional<Long> position) {

  /** Reads one from JSON. */
  public static InvalidRecoveryPhraseData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidRecoveryPhraseData(
        in.required("retryable", Json::bool),
        in.required("reason", InvalidRecoveryPhraseDataReason::read),
        in.optional("position", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("reason", reason, InvalidRecoveryPhraseDataReason::write)
        .putOptional("position", position, Json::same)
        .fields();
  }
}
