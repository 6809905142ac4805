// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.deposit}: Stake.
 * @param accountId The account.
 * @param amount How much; the fee comes on top.
 * @param validatorKey The validator. Absent: this node's own.
 * @param commission Share of what others' stake earns that the operator keeps, for a validator
 * that is registered by this; 1000 when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record StakeDepositParams(
    AccountId accountId,
    Amount amount,
    Optional<ValidatorKey> validatorKey,
    Optional<Long> commission,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static StakeDepositParams of(AccountId accountId, Amount amount) {
    return new StakeDepositParams(accountId, amount, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The validator. Absent: this node's own. */
  public StakeDepositParams validatorKey(ValidatorKey validatorKey) {
    return new StakeDepositParams(accountId, amount, Optional.of(validatorKey), commission, idempotencyKey);
  }

  /**
   * Share of what others' stake earns that the operator keeps, for a validator that is registered
   * by this; 1000 when absent.
   */
  public StakeDepositParams commission(long commission) {
    return new StakeDepositParams(accountId, amount, validatorKey, Optional.of(commission), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public StakeDepositParams idempotencyKey(String idempotencyKey) {
    return new StakeDepositParams(accountId, amount, validatorKey, commission, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static StakeDepositParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeDepositParams(
        in.required("accountId", AccountId::read),
        in.required("amount", Amount::read),
        in.optional("validatorKey", ValidatorKey::read),
        in.optional("commission", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("amount", amount, Amount::write)
        .putOptional("validatorKey", validatorKey, ValidatorKey::write)
        .putOptional("commission", commission, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
