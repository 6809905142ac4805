// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Amounts and fees together exceed 64 bits.
 * @param retryable Whether the same call may succeed later.
 */
public record AmountTooLargeData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static AmountTooLargeData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AmountTooLargeData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
