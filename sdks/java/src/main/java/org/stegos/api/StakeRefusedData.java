// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The operation breaks a rule of staking; {@code rule} names it, {@code explanation} says what it
 * asks for.
 * @param retryable Whether the same call may succeed later.
 * @param rule The rule, such as {@code commission_step} or {@code last_validator}.
 * @param explanation The rule in a sentence, with its numbers.
 * @param limit For {@code commission_step}: the most there may be next.
 * @param asked For {@code commission_step}: what was asked for.
 */
public record StakeRefusedData(
    boolean retryable,
    String rule,
    String explanation,
    Optional<Long> limit,
    Optional<Long> asked) {

  /** Reads one from JSON. */
  public static StakeRefusedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeRefusedData(
        in.required("retryable", Json::bool),
        in.required("rule", Json::string),
        in.required("explanation", Json::string),
        in.optional("limit", Json::integer),
        in.optional("asked", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("rule", rule, Json::same)
        .put("explanation", explanation, Json::same)
        .putOptional("limit", limit, Json::same)
        .putOptional("asked", asked, Json::same)
        .fields();
  }
}
