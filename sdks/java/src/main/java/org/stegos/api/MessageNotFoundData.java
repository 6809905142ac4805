// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The accounts of this node have no such message.
 * @param retryable Whether the same call may succeed later.
 * @param messageId The id of a message: 16 random bytes its sender chose, which travel inside the
 * payload.
 */
public record MessageNotFoundData(
    boolean retryable,
    MessageId messageId) {

  /** Reads one from JSON. */
  public static MessageNotFoundData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageNotFoundData(
        in.required("retryable", Json::bool),
        in.required("messageId", MessageId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("messageId", messageId, MessageId::write)
        .fields();
  }
}
