// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.viewKey}: The view key.
 * @param accountId The account.
 * @param passphrase The passphrase, when one protects the account.
 */
public record AccountViewKeyParams(
    AccountId accountId,
    Optional<Passphrase> passphrase) {
  /** With what is required. */
  public static AccountViewKeyParams of(AccountId accountId) {
    return new AccountViewKeyParams(accountId, Optional.empty());
  }

  /** The passphrase, when one protects the account. */
  public AccountViewKeyParams passphrase(Passphrase passphrase) {
    return new AccountViewKeyParams(accountId, Optional.of(passphrase));
  }

  /** Reads one from JSON. */
  public static AccountViewKeyParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountViewKeyParams(
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
