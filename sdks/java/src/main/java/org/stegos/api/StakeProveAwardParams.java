// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.proveAward}: Post the proof that ends an award's draw.
 * @param accountId The account: it pays the fee, and the bounty is for it.
 * @param proof The proof, from another machine. Absent: the one that this node has worked out.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record StakeProveAwardParams(
    AccountId accountId,
    Optional<String> proof,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static StakeProveAwardParams of(AccountId accountId) {
    return new StakeProveAwardParams(accountId, Optional.empty(), Optional.empty());
  }

  /** The proof, from another machine. Absent: the one that this node has worked out. */
  public StakeProveAwardParams proof(String proof) {
    return new StakeProveAwardParams(accountId, Optional.of(proof), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public StakeProveAwardParams idempotencyKey(String idempotencyKey) {
    return new StakeProveAwardParams(accountId, proof, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static StakeProveAwardParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeProveAwardParams(
        in.required("accountId", AccountId::read),
        in.optional("proof", Json::string),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("proof", proof, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
