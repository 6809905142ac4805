// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.JsonObject;

/**
 * An operation of a stake that is not final.
 * @param type What a transaction does with stake. {@code register} begins a validator, {@code
 * deposit} adds stake, {@code unbond} and {@code unbond_own} begin to take it out, {@code
 * withdraw} takes it, {@code configure}, {@code rotate} and {@code resume} are an operator's,
 * {@code evidence} convicts a validator, {@code award} ends a draw.
 * @param status {@code created}: stored. {@code broadcast}: handed to the network.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param amount What it moves; absent for one that moves nothing.
 */
public record PendingOperation(
    OperationType type,
    PendingOperationStatus status,
    TransactionId transactionId,
    Optional<Amount> amount) {

  /** Reads one from JSON. */
  public static PendingOperation read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PendingOperation(
        in.required("type", OperationType::read),
        in.required("status", PendingOperationStatus::read),
        in.required("transactionId", TransactionId::read),
        in.optional("amount", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("type", type, OperationType::write)
        .put("status", status, PendingOperationStatus::write)
        .put("transactionId", transactionId, TransactionId::write)
        .putOptional("amount", amount, Amount::write)
        .fields();
  }
}
