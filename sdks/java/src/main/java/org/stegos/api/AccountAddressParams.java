// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.address}: A new address.
 * @param accountId The account.
 * @param label A name for people.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record AccountAddressParams(
    AccountId accountId,
    Optional<String> label,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static AccountAddressParams of(AccountId accountId) {
    return new AccountAddressParams(accountId, Optional.empty(), Optional.empty());
  }

  /** A name for people. */
  public AccountAddressParams label(String label) {
    return new AccountAddressParams(accountId, Optional.of(label), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public AccountAddressParams idempotencyKey(String idempotencyKey) {
    return new AccountAddressParams(accountId, label, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static AccountAddressParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountAddressParams(
        in.required("accountId", AccountId::read),
        in.optional("label", Json::string),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("label", label, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
