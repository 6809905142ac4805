// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * The phrase of an account.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param recoveryPhrase 24 words (BIP-39, English) from which everything in the account can be
 * restored. Whoever has it has the money.
 */
public record AccountPhrase(
    AccountId accountId,
    RecoveryPhrase recoveryPhrase) {

  /** Reads one from JSON. */
  public static AccountPhrase read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountPhrase(
        in.required("accountId", AccountId::read),
        in.required("recoveryPhrase", RecoveryPhrase::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("recoveryPhrase", recoveryPhrase, RecoveryPhrase::write)
        .fields();
  }
}
