// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The connection has as many subscriptions as it may.
 * @param retryable Whether the same call may succeed later.
 * @param limit Subscriptions a connection may have.
 */
public record TooManySubscriptionsData(
    boolean retryable,
    long limit) {

  /** Reads one from JSON. */
  public static TooManySubscriptionsData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TooManySubscriptionsData(
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
