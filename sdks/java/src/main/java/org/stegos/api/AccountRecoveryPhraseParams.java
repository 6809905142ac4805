// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.recoveryPhrase}: Show the recovery phrase again.
 * @param accountId The account.
 * @param passphrase The passphrase, when one protects the account.
 */
public record AccountRecoveryPhraseParams(
    AccountId accountId,
    Optional<Passphrase> passphrase) {
  /** With what is required. */
  public static AccountRecoveryPhraseParams of(AccountId accountId) {
    return new AccountRecoveryPhraseParams(accountId, Optional.empty());
  }

  /** The passphrase, when one protects the account. */
  public AccountRecoveryPhraseParams passphrase(Passphrase passphrase) {
    return new AccountRecoveryPhraseParams(accountId, Optional.of(passphrase));
  }

  /** Reads one from JSON. */
  public static AccountRecoveryPhraseParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountRecoveryPhraseParams(
        in.required("accountId", AccountId::read),
        in.optional("passphrase", Passphrase::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("passphrase", passphrase, Passphrase::write)
        .fields();
  }
}
