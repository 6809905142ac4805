// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The node keeps no more active tokens. Revoke some.
 * @param retryable Whether the same call may succeed later.
 * @param limit Active tokens there may be.
 */
public record TooManyTokensData(
    boolean retryable,
    long limit) {

  /** Reads one from JSON. */
  public static TooManyTokensData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TooManyTokensData(
        in.required("retryable", Json::bool),
        in.required("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("limit", limit, Json::same)
        .fields();
  }
}
