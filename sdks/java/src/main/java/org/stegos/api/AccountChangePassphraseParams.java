// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.changePassphrase}: Change, set or drop the passphrase.
 * @param accountId The account.
 * @param passphrase The passphrase so far, when there is one.
 * @param newPassphrase The new one.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountChangePassphraseParams(
    AccountId accountId,
    Optional<Passphrase> passphrase,
    Optional<Passphrase> newPassphrase,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static AccountChangePassphraseParams of(AccountId accountId) {
    return new AccountChangePassphraseParams(accountId, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The passphrase so far, when there is one. */
  public AccountChangePassphraseParams passphrase(Passphrase passphrase) {
    return new AccountChangePassphraseParams(accountId, Optional.of(passphrase), newPassphrase, idempotencyKey);
  }

  /** The new one. */
  public AccountChangePassphraseParams newPassphrase(Passphrase newPassphrase) {
    return new AccountChangePassphraseParams(accountId, passphrase, Optional.of(newPassphrase), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountChangePassphraseParams idempotencyKey(String idempotencyKey) {
    return new AccountChangePassphraseParams(accountId, passphrase, newPassphrase, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountChangePassphraseParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountChangePassphraseParams(
        in.required("accountId", AccountId::read),
        in.optional("passphrase", Passphrase::read),
        in.optional("newPassphrase", Passphrase::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("passphrase", passphrase, Passphrase::write)
        .putOptional("newPassphrase", newPassphrase, Passphrase::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
