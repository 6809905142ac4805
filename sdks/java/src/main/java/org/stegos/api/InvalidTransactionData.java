// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A rule of the network is broken; {@code rule} names it.
 * @param retryable Whether the same call may succeed later.
 * @param rule The rule, such as {@code invalid_proof}, {@code invalid_signature}, {@code
 * unbalanced}, {@code invalid_shape}.
 * @param stakeRule For the rule {@code stake_refused}: the rule of staking, such as {@code
 * last_validator}.
 */
public record InvalidTransactionData(
    boolean retryable,
    String rule,
    Optional<String> stakeRule) {

  /** Reads one from JSON. */
  public static InvalidTransactionData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidTransactionData(
        in.required("retryable", Json::bool),
        in.required("rule", Json::string),
        in.optional("stakeRule", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("rule", rule, Json::same)
        .putOptional("stakeRule", stakeRule, Json::same)
        .fields();
  }
}
