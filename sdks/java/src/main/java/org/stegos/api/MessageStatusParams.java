// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code message.status}: Where a message stands.
 * @param messageId Its id.
 * @param accountId The account whose record is wanted.
 */
public record MessageStatusParams(
    MessageId messageId,
    Optional<AccountId> accountId) {
  /** With what is required. */
  public static MessageStatusParams of(MessageId messageId) {
    return new MessageStatusParams(messageId, Optional.empty());
  }

  /** The account whose record is wanted. */
  public MessageStatusParams accountId(AccountId accountId) {
    return new MessageStatusParams(messageId, Optional.of(accountId));
  }

  /** Reads one from JSON. */
  public static MessageStatusParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageStatusParams(
        in.required("messageId", MessageId::read),
        in.optional("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("messageId", messageId, MessageId::write)
        .putOptional("accountId", accountId, AccountId::write)
        .fields();
  }
}
