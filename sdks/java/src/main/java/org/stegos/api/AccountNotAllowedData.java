// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The token is narrowed to accounts. Either the account is not one of them, whether or not it
 * exists, or the method is about all accounts.
 * @param retryable Whether the same call may succeed later.
 * @param accountId The account that was named; absent for a method that is about all accounts.
 */
public record AccountNotAllowedData(
    boolean retryable,
    Optional<AccountId> accountId) {

  /** Reads one from JSON. */
  public static AccountNotAllowedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountNotAllowedData(
        in.required("retryable", Json::bool),
        in.optional("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .putOptional("accountId", accountId, AccountId::write)
        .fields();
  }
}
