// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Try again when it is final.
 * @param retryable Whether the same call may succeed later.
 * @param stakeId What names a stake of an account from its deposit to the end of its withdrawal,
 * and again after the account is recovered from its phrase; lower-case hex. An operator's own
 * stake has the id of its validator.
 * @param transactionId The id of a transaction, lower-case hex.
 */
public record StakeBusyData(
    boolean retryable,
    StakeId stakeId,
    TransactionId transactionId) {

  /** Reads one from JSON. */
  public static StakeBusyData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeBusyData(
        in.required("retryable", Json::bool),
        in.required("stakeId", StakeId::read),
        in.required("transactionId", TransactionId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("stakeId", stakeId, StakeId::write)
        .put("transactionId", transactionId, TransactionId::write)
        .fields();
  }
}
