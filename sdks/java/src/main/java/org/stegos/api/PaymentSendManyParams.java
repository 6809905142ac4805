// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.sendMany}: Pay several.
 * @param accountId The account.
 * @param payments The payments.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record PaymentSendManyParams(
    AccountId accountId,
    List<PaymentRequest> payments,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static PaymentSendManyParams of(AccountId accountId, List<PaymentRequest> payments) {
    return new PaymentSendManyParams(accountId, payments, Optional.empty());
  }

  /** Makes it safe to repeat the call. */
  public PaymentSendManyParams idempotencyKey(String idempotencyKey) {
    return new PaymentSendManyParams(accountId, payments, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static PaymentSendManyParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentSendManyParams(
        in.required("accountId", AccountId::read),
        in.required("payments", Json.list(PaymentRequest::read)),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("payments", payments, Json.array(PaymentRequest::write))
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
