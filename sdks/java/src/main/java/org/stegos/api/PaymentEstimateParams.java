// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.Bytes;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.estimate}: What a payment would take.
 * @param accountId The account.
 * @param to The receiver, to have the address checked.
 * @param amount How much; 0 for a message.
 * @param data The data that would travel with it.
 */
public record PaymentEstimateParams(
    AccountId accountId,
    Optional<Address> to,
    Amount amount,
    Optional<Bytes> data) {
  /** With what is required. */
  public static PaymentEstimateParams of(AccountId accountId, Amount amount) {
    return new PaymentEstimateParams(accountId, Optional.empty(), amount, Optional.empty());
  }

  /** The receiver, to have the address checked. */
  public PaymentEstimateParams to(Address to) {
    return new PaymentEstimateParams(accountId, Optional.of(to), amount, data);
  }

  /** The data that would travel with it. */
  public PaymentEstimateParams data(Bytes data) {
    return new PaymentEstimateParams(accountId, to, amount, Optional.of(data));
  }

  /** Reads one from JSON. */
  public static PaymentEstimateParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentEstimateParams(
        in.required("accountId", AccountId::read),
        in.optional("to", Address::read),
        in.required("amount", Amount::read),
        in.optional("data", Bytes::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("to", to, Address::write)
        .put("amount", amount, Amount::write)
        .putOptional("data", data, Bytes::write)
        .fields();
  }
}
