// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.get}: One account.
 * @param accountId The account.
 */
public record AccountGetParams(
    AccountId accountId) {
  /** With what is required. */
  public static AccountGetParams of(AccountId accountId) {
    return new AccountGetParams(accountId);
  }

  /** Reads one from JSON. */
  public static AccountGetParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountGetParams(
        in.required("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .fields();
  }
}
