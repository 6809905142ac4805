// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.get}: One payment.
 * @param paymentId Its id.
 * @param accountId The account whose record is wanted.
 */
public record PaymentGetParams(
    PaymentId paymentId,
    Optional<AccountId> accountId) {
  /** With what is required. */
  public static PaymentGetParams of(PaymentId paymentId) {
    return new PaymentGetParams(paymentId, Optional.empty());
  }

  /** The account whose record is wanted. */
  public PaymentGetParams accountId(AccountId accountId) {
    return new PaymentGetParams(paymentId, Optional.of(accountId));
  }

  /** Reads one from JSON. */
  public static PaymentGetParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentGetParams(
        in.required("paymentId", PaymentId::read),
        in.optional("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .putOptional("accountId", accountId, AccountId::write)
        .fields();
  }
}
