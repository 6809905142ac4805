// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Neither the chain nor the waiting transactions have it.
 * @param retryable Whether the same call may succeed later.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param earliestHeight On a node that prunes: what became final below this height is not known
 * here.
 */
public record TransactionNotFoundData(
    boolean retryable,
    TransactionId transactionId,
    Optional<Long> earliestHeight) {

  /** Reads one from JSON. */
  public static TransactionNotFoundData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TransactionNotFoundData(
        in.required("retryable", Json::bool),
        in.required("transactionId", TransactionId::read),
        in.optional("earliestHeight", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("transactionId", transactionId, TransactionId::write)
        .putOptional("earliestHeight", earliestHeight, Json::same)
        .fields();
  }
}
