// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.prove}: A receipt for a payment.
 * @param paymentId Its id.
 * @param accountId The account that sent it.
 * @param challenge What whoever asks for the receipt chose. The receipt is worth nothing under
 * another.
 */
public record PaymentProveParams(
    PaymentId paymentId,
    Optional<AccountId> accountId,
    Optional<String> challenge) {
  /** With what is required. */
  public static PaymentProveParams of(PaymentId paymentId) {
    return new PaymentProveParams(paymentId, Optional.empty(), Optional.empty());
  }

  /** The account that sent it. */
  public PaymentProveParams accountId(AccountId accountId) {
    return new PaymentProveParams(paymentId, Optional.of(accountId), challenge);
  }

  /** What whoever asks for the receipt chose. The receipt is worth nothing under another. */
  public PaymentProveParams challenge(String challenge) {
    return new PaymentProveParams(paymentId, accountId, Optional.of(challenge));
  }

  /** Reads one from JSON. */
  public static PaymentProveParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentProveParams(
        in.required("paymentId", PaymentId::read),
        in.optional("accountId", AccountId::read),
        in.optional("challenge", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .putOptional("accountId", accountId, AccountId::write)
        .putOptional("challenge", challenge, Json::same)
        .fields();
  }
}
