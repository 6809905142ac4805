// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A message as one of its accounts knows it.
 * @param messageId The id of a message: 16 random bytes its sender chose, which travel inside the
 * payload.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param direction {@code out}: the account sent it. {@code in}: the account received it.
 * @param status Where a message stands. Sent: {@code created} (stored; some part is not broadcast
 * yet), {@code broadcast} (all parts are), {@code final} (all parts are in blocks), {@code
 * rejected} (some part will never be, also because it was cancelled). Received: {@code partial}
 * (some parts are missing), {@code received} (complete), {@code lost} (parts are still missing
 * when the retention period of the first one ends, so they cannot be had any more).
 * @param app Application tag; empty for none.
 * @param amount Money that came with it.
 * @param parts Parts it consists of.
 * @param partsDone Parts that are final; for a received one, parts that have arrived.
 * @param body The body. There as soon as the message is complete.
 * @param to The receiver; for {@code in} the address of the account it came to.
 * @param height Block that completed it.
 * @param time Time of that block.
 * @param createdAt When this node stored it; absent for {@code in} and for what was restored from
 * the phrase.
 * @param fee Fees of all its parts; absent for {@code in}.
 * @param reason When rejected.
 * @param paymentIds The payments that carry the parts known by now, in order.
 */
public record Message(
    MessageId messageId,
    AccountId accountId,
    Direction direction,
    MessageState status,
    String app,
    Amount amount,
    long parts,
    long partsDone,
    Optional<Bytes> body,
    Optional<Address> to,
    Optional<Long> height,
    Optional<Instant> time,
    Optional<Instant> createdAt,
    Optional<Amount> fee,
    Optional<RejectReason> reason,
    List<PaymentId> paymentIds) {

  /** Reads one from JSON. */
  public static Message read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Message(
        in.required("messageId", MessageId::read),
        in.required("accountId", AccountId::read),
        in.required("direction", Direction::read),
        in.required("status", MessageState::read),
        in.required("app", Json::string),
        in.required("amount", Amount::read),
        in.required("parts", Json::integer),
        in.required("partsDone", Json::integer),
        in.optional("body", Bytes::read),
        in.optional("to", Address::read),
        in.optional("height", Json::integer),
        in.optional("time", Json::instant),
        in.optional("createdAt", Json::instant),
        in.optional("fee", Amount::read),
        in.optional("reason", RejectReason::read),
        in.required("paymentIds", Json.list(PaymentId::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("messageId", messageId, MessageId::write)
        .put("accountId", accountId, AccountId::write)
        .put("direction", direction, Direction::write)
        .put("status", status, MessageState::write)
        .put("app", app, Json::same)
        .put("amount", amount, Amount::write)
        .put("parts", parts, Json::same)
        .put("partsDone", partsDone, Json::same)
        .putOptional("body", body, Bytes::write)
        .putOptional("to", to, Address::write)
        .putOptional("height", height, Json::same)
        .putOptional("time", time, Json::text)
        .putOptional("createdAt", createdAt, Json::text)
        .putOptional("fee", fee, Amount::write)
        .putOptional("reason", reason, RejectReason::write)
        .put("paymentIds", paymentIds, Json.array(PaymentId::write))
        .fields();
  }
}
