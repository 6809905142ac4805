// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The token lacks the scope of the method.
 * @param retryable Whether the same call may succeed later.
 * @param scope The scope that is needed.
 */
public record ScopeMissingData(
    boolean retryable,
    String scope) {

  /** Reads one from JSON. */
  public static ScopeMissingData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ScopeMissingData(
        in.required("retryable", Json::bool),
        in.required("scope", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("scope", scope, Json::same)
        .fields();
  }
}
