// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The last operation on a stake that failed: it will never be in a block, and left the stake as it
 * was. It stays to be seen when later ones succeed. This node alone knows of it, not the chain: an
 * account that is restored from its phrase does not have it, and account.history does not, which
 * tells what is final.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param operation What a transaction does with stake. {@code register} begins a validator, {@code
 * deposit} adds stake, {@code unbond} and {@code unbond_own} begin to take it out, {@code
 * withdraw} takes it, {@code configure}, {@code rotate} and {@code resume} are an operator's,
 * {@code evidence} convicts a validator, {@code award} ends a draw.
 * @param reason Why a transaction will never be in a block. {@code input_spent}: a coin it spends
 * was spent by another one (the phrase is in use elsewhere, too). {@code refused}: the network
 * refused it. {@code cancelled}: a payment that carries a part of the message was taken back.
 * @param rule For {@code refused}: the rule of staking, such as {@code rotating} or {@code
 * last_validator}, or of the network, such as {@code unknown_stake}. Absent for one that ended
 * only because it spent the change of another one.
 * @param height Up to where the account had seen the chain then.
 */
public record RefusedOperation(
    TransactionId transactionId,
    OperationType operation,
    RejectReason reason,
    Optional<String> rule,
    long height) {

  /** Reads one from JSON. */
  public static RefusedOperation read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new RefusedOperation(
        in.required("transactionId", TransactionId::read),
        in.required("operation", OperationType::read),
        in.required("reason", RejectReason::read),
        in.optional("rule", Json::string),
        in.required("height", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transactionId", transactionId, TransactionId::write)
        .put("operation", operation, OperationType::write)
        .put("reason", reason, RejectReason::write)
        .putOptional("rule", rule, Json::same)
        .put("height", height, Json::same)
        .fields();
  }
}
