// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.rescan}: Read the chain again for an account.
 * @param accountId The account.
 * @param from Where to begin; genesis when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountRescanParams(
    AccountId accountId,
    Optional<Long> from,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static AccountRescanParams of(AccountId accountId) {
    return new AccountRescanParams(accountId, Optional.empty(), Optional.empty());
  }

  /** Where to begin; genesis when absent. */
  public AccountRescanParams from(long from) {
    return new AccountRescanParams(accountId, Optional.of(from), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountRescanParams idempotencyKey(String idempotencyKey) {
    return new AccountRescanParams(accountId, from, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountRescanParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountRescanParams(
        in.required("accountId", AccountId::read),
        in.optional("from", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("from", from, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
