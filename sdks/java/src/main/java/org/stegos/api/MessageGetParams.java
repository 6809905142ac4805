// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code message.get}: One message.
 * @param messageId Its id.
 * @param accountId The account whose record is wanted.
 */
public record MessageGetParams(
    MessageId messageId,
    Optional<AccountId> accountId) {
  /** With what is required. */
  public static MessageGetParams of(MessageId messageId) {
    return new MessageGetParams(messageId, Optional.empty());
  }

  /** The account whose record is wanted. */
  public MessageGetParams accountId(AccountId accountId) {
    return new MessageGetParams(messageId, Optional.of(accountId));
  }

  /** Reads one from JSON. */
  public static MessageGetParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageGetParams(
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
