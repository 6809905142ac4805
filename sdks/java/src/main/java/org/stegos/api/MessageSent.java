// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A message that is stored and on its way.
 * @param messageId The id of a message: 16 random bytes its sender chose, which travel inside the
 * payload.
 * @param status Where a message stands. Sent: {@code created} (stored; some part is not broadcast
 * yet), {@code broadcast} (all parts are), {@code final} (all parts are in blocks), {@code
 * rejected} (some part will never be, also because it was cancelled). Received: {@code partial}
 * (some parts are missing), {@code received} (complete), {@code lost} (parts are still missing
 * when the retention period of the first one ends, so they cannot be had any more).
 * @param parts Transactions it takes.
 * @param fee Fees of all of them.
 * @param transactionIds The transactions known by now, in the order of the parts.
 */
public record MessageSent(
    MessageId messageId,
    MessageState status,
    long parts,
    Amount fee,
    List<TransactionId> transactionIds) {

  /** Reads one from JSON. */
  public static MessageSent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageSent(
        in.required("messageId", MessageId::read),
        in.required("status", MessageState::read),
        in.required("parts", Json::integer),
        in.required("fee", Amount::read),
        in.required("transactionIds", Json.list(TransactionId::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("messageId", messageId, MessageId::write)
        .put("status", status, MessageState::write)
        .put("parts", parts, Json::same)
        .put("fee", fee, Amount::write)
        .put("transactionIds", transactionIds, Json.array(TransactionId::write))
        .fields();
  }
}
