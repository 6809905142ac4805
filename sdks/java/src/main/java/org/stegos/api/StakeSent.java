// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.JsonObject;

/**
 * An operation on stake that is stored and on its way.
 * @param stakeId What names a stake of an account from its deposit to the end of its withdrawal,
 * and again after the account is recovered from its phrase; lower-case hex. An operator's own
 * stake has the id of its validator.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param operation What a transaction does with stake. {@code register} begins a validator, {@code
 * deposit} adds stake, {@code unbond} and {@code unbond_own} begin to take it out, {@code
 * withdraw} takes it, {@code configure}, {@code rotate} and {@code resume} are an operator's,
 * {@code evidence} convicts a validator, {@code award} ends a draw.
 * @param status As it was stored.
 * @param amount What it moves; zero for one that moves nothing.
 * @param fee An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 */
public record StakeSent(
    StakeId stakeId,
    ValidatorId validatorId,
    TransactionId transactionId,
    OperationType operation,
    StakeSentStatus status,
    Amount amount,
    Amount fee) {

  /** Reads one from JSON. */
  public static StakeSent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeSent(
        in.required("stakeId", StakeId::read),
        in.required("validatorId", ValidatorId::read),
        in.required("transactionId", TransactionId::read),
        in.required("operation", OperationType::read),
        in.required("status", StakeSentStatus::read),
        in.required("amount", Amount::read),
        in.required("fee", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("stakeId", stakeId, StakeId::write)
        .put("validatorId", validatorId, ValidatorId::write)
        .put("transactionId", transactionId, TransactionId::write)
        .put("operation", operation, OperationType::write)
        .put("status", status, StakeSentStatus::write)
        .put("amount", amount, Amount::write)
        .put("fee", fee, Amount::write)
        .fields();
  }
}
