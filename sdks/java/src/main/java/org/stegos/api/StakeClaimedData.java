// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Only one of the two can be in the chain. Try again when the other is final, or has been dropped.
 * @param retryable Whether the same call may succeed later.
 * @param transactionId The id of a transaction, lower-case hex.
 */
public record StakeClaimedData(
    boolean retryable,
    TransactionId transactionId) {

  /** Reads one from JSON. */
  public static StakeClaimedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeClaimedData(
        in.required("retryable", Json::bool),
        in.required("transactionId", TransactionId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("transactionId", transactionId, TransactionId::write)
        .fields();
  }
}
