// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Where a message stands.
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
 * @param parts Parts it consists of.
 * @param partsDone Parts that are final; for a received one, parts that have arrived.
 * @param height Block that completed it.
 * @param reason When rejected.
 */
public record MessageStatus(
    MessageId messageId,
    AccountId accountId,
    Direction direction,
    MessageState status,
    long parts,
    long partsDone,
    Optional<Long> height,
    Optional<RejectReason> reason) {

  /** Reads one from JSON. */
  public static MessageStatus read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageStatus(
        in.required("messageId", MessageId::read),
        in.required("accountId", AccountId::read),
        in.required("direction", Direction::read),
        in.required("status", MessageState::read),
        in.required("parts", Json::integer),
        in.required("partsDone", Json::integer),
        in.optional("height", Json::integer),
        in.optional("reason", RejectReason::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("messageId", messageId, MessageId::write)
        .put("accountId", accountId, AccountId::write)
        .put("direction", direction, Direction::write)
        .put("status", status, MessageState::write)
        .put("parts", parts, Json::same)
        .put("partsDone", partsDone, Json::same)
        .putOptional("height", height, Json::same)
        .putOptional("reason", reason, RejectReason::write)
        .fields();
  }
}
