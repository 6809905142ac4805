// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The node has no token of that id. The owner's cannot be revoked: remove its file, and start the
 * node anew.
 * @param retryable Whether the same call may succeed later.
 * @param tokenId The id of a token: no secret, and not the token itself. {@code owner} stands for
 * the one in {@code api.token}.
 */
public record TokenNotFoundData(
    boolean retryable,
    TokenId tokenId) {

  /** Reads one from JSON. */
  public static TokenNotFoundData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenNotFoundData(
        in.required("retryable", Json::bool),
        in.required("tokenId", TokenId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("tokenId", tokenId, TokenId::write)
        .fields();
  }
}
