// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.sendPublic}: Pay and get a receipt.
 * @param accountId The account.
 * @param to The receiver.
 * @param amount How much; the fee comes on top.
 * @param data A message that travels with the payment.
 * @param app Application tag of that message.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record PaymentSendPublicParams(
    AccountId accountId,
    Address to,
    Amount amount,
    Optional<Bytes> data,
    Optional<String> app,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static PaymentSendPublicParams of(AccountId accountId, Address to, Amount amount) {
    return new PaymentSendPublicParams(accountId, to, amount, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A message that travels with the payment. */
  public PaymentSendPublicParams data(Bytes data) {
    return new PaymentSendPublicParams(accountId, to, amount, Optional.of(data), app, idempotencyKey);
  }

  /** Application tag of that message. */
  public PaymentSendPublicParams app(String app) {
    return new PaymentSendPublicParams(accountId, to, amount, data, Optional.of(app), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public PaymentSendPublicParams idempotencyKey(String idempotencyKey) {
    return new PaymentSendPublicParams(accountId, to, amount, data, app, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static PaymentSendPublicParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentSendPublicParams(
        in.required("accountId", AccountId::read),
        in.required("to", Address::read),
        in.required("amount", Amount::read),
        in.optional("data", Bytes::read),
        in.optional("app", Json::string),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("to", to, Address::write)
        .put("amount", amount, Amount::write)
        .putOptional("data", data, Bytes::write)
        .putOptional("app", app, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
