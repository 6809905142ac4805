// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The node takes no more transactions until blocks have taken some.
 * @param retryable Whether the same call may succeed later.
 */
public record MempoolFullData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static MempoolFullData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MempoolFullData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
