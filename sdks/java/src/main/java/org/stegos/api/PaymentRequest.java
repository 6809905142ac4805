// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * One payment of several.
 * @param to An address in bech32m; its prefix names the network: {@code stg1} main, {@code tstg1}
 * test, {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of
 * another network with {@code wrong_network}.
 * @param amount An amount in base units above zero, as a decimal string.
 * @param data A message that travels with the payment.
 * @param app Application tag of that message.
 */
public record PaymentRequest(
    Address to,
    Amount amount,
    Optional<Bytes> data,
    Optional<String> app) {
  /** With what is required. */
  public static PaymentRequest of(Address to, Amount amount) {
    return new PaymentRequest(to, amount, Optional.empty(), Optional.empty());
  }

  /** A message that travels with the payment. */
  public PaymentRequest data(Bytes data) {
    return new PaymentRequest(to, amount, Optional.of(data), app);
  }

  /** Application tag of that message. */
  public PaymentRequest app(String app) {
    return new PaymentRequest(to, amount, data, Optional.of(app));
  }

  /** Reads one from JSON. */
  public static PaymentRequest read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentRequest(
        in.required("to", Address::read),
        in.required("amount", Amount::read),
        in.optional("data", Bytes::read),
        in.optional("app", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("to", to, Address::write)
        .put("amount", amount, Amount::write)
        .putOptional("data", data, Bytes::write)
        .putOptional("app", app, Json::same)
        .fields();
  }
}
