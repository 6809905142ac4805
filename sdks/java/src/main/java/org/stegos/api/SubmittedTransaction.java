// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * A transaction the node has taken.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param status {@code pending}: waits for a block. {@code final}: in a block, which never
 * changes.
 */
public record SubmittedTransaction(
    TransactionId transactionId,
    TransactionStatus status) {

  /** Reads one from JSON. */
  public static SubmittedTransaction read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new SubmittedTransaction(
        in.required("transactionId", TransactionId::read),
        in.required("status", TransactionStatus::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transactionId", transactionId, TransactionId::write)
        .put("status", status, TransactionStatus::write)
        .fields();
  }
}
