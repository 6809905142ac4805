// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.resume}: End a suspension.
 * @param accountId The account.
 * @param validatorKey The validator. Absent: this node's own.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record StakeResumeParams(
    AccountId accountId,
    Optional<ValidatorKey> validatorKey,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static StakeResumeParams of(AccountId accountId) {
    return new StakeResumeParams(accountId, Optional.empty(), Optional.empty());
  }

  /** The validator. Absent: this node's own. */
  public StakeResumeParams validatorKey(ValidatorKey validatorKey) {
    return new StakeResumeParams(accountId, Optional.of(validatorKey), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public StakeResumeParams idempotencyKey(String idempotencyKey) {
    return new StakeResumeParams(accountId, validatorKey, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static StakeResumeParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeResumeParams(
        in.required("accountId", AccountId::read),
        in.optional("validatorKey", ValidatorKey::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("validatorKey", validatorKey, ValidatorKey::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
