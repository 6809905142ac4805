// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.withdraw}: Take stake out.
 * @param accountId The account.
 * @param stakeId The stake.
 * @param amount How much of it. Absent: all.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record StakeWithdrawParams(
    AccountId accountId,
    StakeId stakeId,
    Optional<Amount> amount,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static StakeWithdrawParams of(AccountId accountId, StakeId stakeId) {
    return new StakeWithdrawParams(accountId, stakeId, Optional.empty(), Optional.empty());
  }

  /** How much of it. Absent: all. */
  public StakeWithdrawParams amount(Amount amount) {
    return new StakeWithdrawParams(accountId, stakeId, Optional.of(amount), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public StakeWithdrawParams idempotencyKey(String idempotencyKey) {
    return new StakeWithdrawParams(accountId, stakeId, amount, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static StakeWithdrawParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeWithdrawParams(
        in.required("accountId", AccountId::read),
        in.required("stakeId", StakeId::read),
        in.optional("amount", Amount::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("stakeId", stakeId, StakeId::write)
        .putOptional("amount", amount, Amount::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
