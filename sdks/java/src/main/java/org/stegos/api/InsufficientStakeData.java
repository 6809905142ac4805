// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * More was asked for than the stake is worth.
 * @param retryable Whether the same call may succeed later.
 * @param stakeId What names a stake of an account from its deposit to the end of its withdrawal,
 * and again after the account is recovered from its phrase; lower-case hex. An operator's own
 * stake has the id of its validator.
 * @param staked An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 */
public record InsufficientStakeData(
    boolean retryable,
    StakeId stakeId,
    Amount staked) {

  /** Reads one from JSON. */
  public static InsufficientStakeData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InsufficientStakeData(
        in.required("retryable", Json::bool),
        in.required("stakeId", StakeId::read),
        in.required("staked", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("stakeId", stakeId, StakeId::write)
        .put("staked", staked, Amount::write)
        .fields();
  }
}
