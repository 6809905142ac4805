// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * This connection has no such subscription.
 * @param retryable Whether the same call may succeed later.
 * @param subscription The id that was given.
 */
public record SubscriptionNotFoundData(
    boolean retryable,
    String subscription) {

  /** Reads one from JSON. */
  public static SubscriptionNotFoundData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new SubscriptionNotFoundData(
        in.required("retryable", Json::bool),
        in.required("subscription", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("subscription", subscription, Json::same)
        .fields();
  }
}
