// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Something final that happened to an account. The phrase alone restores all of it.
 * @param type {@code received}: money or a message came from somebody. {@code sent}: it went out.
 * {@code self}: the account paid itself, or merged coins; only the fee is gone. {@code issued}: it
 * came with genesis. {@code staked}: it was staked. {@code unstaked}: it came back from stake.
 * {@code unbonded}: it began to leave stake, and is not there yet. {@code operated}: an operation
 * on stake that moves nothing. For both only the fee is gone.
 * @param paymentId Absent for what happened to stake.
 * @param amount For {@code unbonded} what began to leave; zero where the account was restored
 * after it had left.
 * @param height The height of a block; genesis is 0.
 * @param time Time of the block.
 * @param address For {@code sent} the receiver; otherwise the address of the account that
 * received. Absent for what happened to stake.
 * @param transactionId Absent for {@code issued}.
 * @param fee What the account paid for it; absent for {@code received} and {@code issued}.
 * @param messageId When it carried a message, or a part of one.
 * @param operation For what happened to stake.
 */
public record HistoryEntry(
    HistoryType type,
    Optional<PaymentId> paymentId,
    Amount amount,
    long height,
    Instant time,
    Optional<Address> address,
    Optional<TransactionId> transactionId,
    Optional<Amount> fee,
    Optional<MessageId> messageId,
    Optional<OperationType> operation) {

  /** Reads one from JSON. */
  public static HistoryEntry read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new HistoryEntry(
        in.required("type", HistoryType::read),
        in.optional("paymentId", PaymentId::read),
        in.required("amount", Amount::read),
        in.required("height", Json::integer),
        in.required("time", Json::instant),
        in.optional("address", Address::read),
        in.optional("transactionId", TransactionId::read),
        in.optional("fee", Amount::read),
        in.optional("messageId", MessageId::read),
        in.optional("operation", OperationType::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("type", type, HistoryType::write)
        .putOptional("paymentId", paymentId, PaymentId::write)
        .put("amount", amount, Amount::write)
        .put("height", height, Json::same)
        .put("time", time, Json::text)
        .putOptional("address", address, Address::write)
        .putOptional("transactionId", transactionId, TransactionId::write)
        .putOptional("fee", fee, Amount::write)
        .putOptional("messageId", messageId, MessageId::write)
        .putOptional("operation", operation, OperationType::write)
        .fields();
  }
}
