// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Bytes;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code message.send}: Send data.
 * @param accountId The account.
 * @param to The receiver.
 * @param body The body.
 * @param app Application tag.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record MessageSendParams(
    AccountId accountId,
    Address to,
    Bytes body,
    Optional<String> app,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static MessageSendParams of(AccountId accountId, Address to, Bytes body) {
    return new MessageSendParams(accountId, to, body, Optional.empty(), Optional.empty());
  }

  /** Application tag. */
  public MessageSendParams app(String app) {
    return new MessageSendParams(accountId, to, body, Optional.of(app), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public MessageSendParams idempotencyKey(String idempotencyKey) {
    return new MessageSendParams(accountId, to, body, app, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static MessageSendParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageSendParams(
        in.required("accountId", AccountId::read),
        in.required("to", Address::read),
        in.required("body", Bytes::read),
        in.optional("app", Json::string),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("to", to, Address::write)
        .put("body", body, Bytes::write)
        .putOptional("app", app, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
