// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code dev.faucet}: Free coins.
 * @param address Who gets them.
 * @param amount 100 STG when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record DevFaucetParams(
    Address address,
    Optional<Amount> amount,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static DevFaucetParams of(Address address) {
    return new DevFaucetParams(address, Optional.empty(), Optional.empty());
  }

  /** 100 STG when absent. */
  public DevFaucetParams amount(Amount amount) {
    return new DevFaucetParams(address, Optional.of(amount), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public DevFaucetParams idempotencyKey(String idempotencyKey) {
    return new DevFaucetParams(address, amount, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static DevFaucetParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new DevFaucetParams(
        in.required("address", Address::read),
        in.optional("amount", Amount::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("address", address, Address::write)
        .putOptional("amount", amount, Amount::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
