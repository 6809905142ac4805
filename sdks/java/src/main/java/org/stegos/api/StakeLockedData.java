// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * All of the stake is on its way out already. The wallet withdraws it when it is released.
 * @param retryable Whether the same call may succeed later.
 * @param stakeId What names a stake of an account from its deposit to the end of its withdrawal,
 * and again after the account is recovered from its phrase; lower-case hex. An operator's own
 * stake has the id of its validator.
 * @param releaseEpoch An epoch; the first one has number 1.
 * @param releaseHeight The height of a block; genesis is 0.
 */
public record StakeLockedData(
    boolean retryable,
    StakeId stakeId,
    long releaseEpoch,
    long releaseHeight) {

  /** Reads one from JSON. */
  public static StakeLockedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeLockedData(
        in.required("retryable", Json::bool),
        in.required("stakeId", StakeId::read),
        in.required("releaseEpoch", Json::integer),
        in.required("releaseHeight", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("stakeId", stakeId, StakeId::write)
        .put("releaseEpoch", releaseEpoch, Json::same)
        .put("releaseHeight", releaseHeight, Json::same)
        .fields();
  }
}
