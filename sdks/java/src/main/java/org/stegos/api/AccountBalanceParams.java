// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.balance}: What an account owns.
 * @param accountId The account.
 */
public record AccountBalanceParams(
    AccountId accountId) {
  /** With what is required. */
  public static AccountBalanceParams of(AccountId accountId) {
    return new AccountBalanceParams(accountId);
  }

  /** Reads one from JSON. */
  public static AccountBalanceParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountBalanceParams(
        in.required("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .fields();
  }
}
