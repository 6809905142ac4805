// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Somebody revoked the token, or the one it was made with.
 * @param retryable Whether the same call may succeed later.
 */
public record TokenRevokedData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static TokenRevokedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenRevokedData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
