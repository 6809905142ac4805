// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.rotate}: Change the validator key.
 * @param accountId The account.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record StakeRotateParams(
    AccountId accountId,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static StakeRotateParams of(AccountId accountId) {
    return new StakeRotateParams(accountId, Optional.empty());
  }

  /** Makes it safe to repeat the call. */
  public StakeRotateParams idempotencyKey(String idempotencyKey) {
    return new StakeRotateParams(accountId, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static StakeRotateParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeRotateParams(
        in.required("accountId", AccountId::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
