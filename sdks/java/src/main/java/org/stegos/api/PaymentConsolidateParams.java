// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.consolidate}: Merge small coins.
 * @param accountId The account.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record PaymentConsolidateParams(
    AccountId accountId,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static PaymentConsolidateParams of(AccountId accountId) {
    return new PaymentConsolidateParams(accountId, Optional.empty());
  }

  /** Makes it safe to repeat the call. */
  public PaymentConsolidateParams idempotencyKey(String idempotencyKey) {
    return new PaymentConsolidateParams(accountId, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static PaymentConsolidateParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentConsolidateParams(
        in.required("accountId", AccountId::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
