// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code chain.transaction}: One transaction.
 * @param transactionId Its id.
 * @param encoded Whether to give its bytes, too.
 */
public record ChainTransactionParams(
    TransactionId transactionId,
    Optional<Boolean> encoded) {
  /** With what is required. */
  public static ChainTransactionParams of(TransactionId transactionId) {
    return new ChainTransactionParams(transactionId, Optional.empty());
  }

  /** Whether to give its bytes, too. */
  public ChainTransactionParams encoded(boolean encoded) {
    return new ChainTransactionParams(transactionId, Optional.of(encoded));
  }

  /** Reads one from JSON. */
  public static ChainTransactionParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainTransactionParams(
        in.required("transactionId", TransactionId::read),
        in.optional("encoded", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transactionId", transactionId, TransactionId::write)
        .putOptional("encoded", encoded, Json::same)
        .fields();
  }
}
