// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.lock}: Lock an account.
 * @param accountId The account.
 */
public record AccountLockParams(
    AccountId accountId) {
  /** With what is required. */
  public static AccountLockParams of(AccountId accountId) {
    return new AccountLockParams(accountId);
  }

  /** Reads one from JSON. */
  public static AccountLockParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountLockParams(
        in.required("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .fields();
  }
}
