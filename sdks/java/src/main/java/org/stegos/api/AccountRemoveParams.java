// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.remove}: Remove an account from this node.
 * @param accountId The account.
 * @param passphrase The passphrase, when one protects the account.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountRemoveParams(
    AccountId accountId,
    Optional<Passphrase> passphrase,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static AccountRemoveParams of(AccountId accountId) {
    return new AccountRemoveParams(accountId, Optional.empty(), Optional.empty());
  }

  /** The passphrase, when one protects the account. */
  public AccountRemoveParams passphrase(Passphrase passphrase) {
    return new AccountRemoveParams(accountId, Optional.of(passphrase), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountRemoveParams idempotencyKey(String idempotencyKey) {
    return new AccountRemoveParams(accountId, passphrase, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountRemoveParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountRemoveParams(
        in.required("accountId", AccountId::read),
        in.optional("passphrase", Passphrase::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("passphrase", passphrase, Passphrase::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
