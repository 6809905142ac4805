// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code token.revoke}: End a token.
 * @param tokenId The token.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record TokenRevokeParams(
    TokenId tokenId,
    Optional<String> idempotencyKey) {
  /** With what is required. */
  public static TokenRevokeParams of(TokenId tokenId) {
    return new TokenRevokeParams(tokenId, Optional.empty());
  }

  /** Makes it safe to repeat the call. */
  public TokenRevokeParams idempotencyKey(String idempotencyKey) {
    return new TokenRevokeParams(tokenId, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static TokenRevokeParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenRevokeParams(
        in.required("tokenId", TokenId::read),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("tokenId", tokenId, TokenId::write)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
