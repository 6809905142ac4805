// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.unlock}: Unlock an account.
 * @param accountId The account.
 * @param passphrase The passphrase.
 */
public record AccountUnlockParams(
    AccountId accountId,
    Passphrase passphrase) {
  /** With what is required. */
  public static AccountUnlockParams of(AccountId accountId, Passphrase passphrase) {
    return new AccountUnlockParams(accountId, passphrase);
  }

  /** Reads one from JSON. */
  public static AccountUnlockParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountUnlockParams(
        in.required("accountId", AccountId::read),
        in.required("passphrase", Passphrase::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("passphrase", passphrase, Passphrase::write)
        .fields();
  }
}
