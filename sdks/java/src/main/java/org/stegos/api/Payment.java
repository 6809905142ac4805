// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A payment as one of its accounts knows it.
 * @param paymentId The id of a payment, the same for sender and receiver, known before its
 * transaction exists, and the same again after an account is recovered from its phrase; lower-case
 * hex.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param direction {@code out}: the account sent it. {@code in}: the account received it.
 * @param transactionId Absent while it waits for coins: its transaction is not made yet.
 * @param status Where a payment stands. {@code created}: stored, waits for its turn or for coins.
 * {@code broadcast}: handed to the network. {@code final}: in a block. {@code rejected}: it will
 * never be in a block; its coins are free again. {@code cancelled}: taken back before it was
 * broadcast.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param to The receiver; for {@code in} the address of the account it came to.
 * @param fee What the sender paid; absent for {@code in}.
 * @param height Block that made it final.
 * @param time Time of that block.
 * @param createdAt When this node stored it; absent for {@code in} and for what was restored from
 * the phrase.
 * @param reason When rejected.
 * @param messageId When it carries data.
 * @param data The data, as far as this node has it.
 * @param app Application tag of the data.
 */
public record Payment(
    PaymentId paymentId,
    AccountId accountId,
    Direction direction,
    Optional<TransactionId> transactionId,
    PaymentStatus status,
    Amount amount,
    Address to,
    Optional<Amount> fee,
    Optional<Long> height,
    Optional<Instant> time,
    Optional<Instant> createdAt,
    Optional<RejectReason> reason,
    Optional<MessageId> messageId,
    Optional<Bytes> data,
    Optional<String> app) {

  /** Reads one from JSON. */
  public static Payment read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Payment(
        in.required("paymentId", PaymentId::read),
        in.required("accountId", AccountId::read),
        in.required("direction", Direction::read),
        in.optional("transactionId", TransactionId::read),
        in.required("status", PaymentStatus::read),
        in.required("amount", Amount::read),
        in.required("to", Address::read),
        in.optional("fee", Amount::read),
        in.optional("height", Json::integer),
        in.optional("time", Json::instant),
        in.optional("createdAt", Json::instant),
        in.optional("reason", RejectReason::read),
        in.optional("messageId", MessageId::read),
        in.optional("data", Bytes::read),
        in.optional("app", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("paymentId", paymentId, PaymentId::write)
        .put("accountId", accountId, AccountId::write)
        .put("direction", direction, Direction::write)
        .putOptional("transactionId", transactionId, TransactionId::write)
        .put("status", status, PaymentStatus::write)
        .put("amount", amount, Amount::write)
        .put("to", to, Address::write)
        .putOptional("fee", fee, Amount::write)
        .putOptional("height", height, Json::same)
        .putOptional("time", time, Json::text)
        .putOptional("createdAt", createdAt, Json::text)
        .putOptional("reason", reason, RejectReason::write)
        .putOptional("messageId", messageId, MessageId::write)
        .putOptional("data", data, Bytes::write)
        .putOptional("app", app, Json::same)
        .fields();
  }
}
