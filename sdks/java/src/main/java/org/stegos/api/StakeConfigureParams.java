// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.configure}: Set a commission.
 * @param accountId The account.
 * @param validatorKey The validator. Absent: this node's own.
 * @param commission The commission to come.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record StakeConfigureParams(
    AccountId accountId,
    Optional<ValidatorKey> validatorKey,
    long commission,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static StakeConfigureParams of(AccountId accountId, long commission) {
    return new StakeConfigureParams(accountId, Optional.empty(), commission, Optional.empty());
  }

  /** The validator. Absent: this node's own. */
  public StakeConfigureParams validatorKey(ValidatorKey validatorKey) {
    return new StakeConfigureParams(accountId, Optional.of(validatorKey), commission, idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public StakeConfigureParams idempotencyKey(String idempotencyKey) {
    return new StakeConfigureParams(accountId, validatorKey, commission, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static StakeConfigureParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeConfigureParams(
        in.required("accountId", AccountId::read),
        in.optional("validatorKey", ValidatorKey::read),
        in.required("commission", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("validatorKey", validatorKey, ValidatorKey::write)
        .put("commission", commission, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
