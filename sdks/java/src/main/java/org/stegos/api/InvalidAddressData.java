// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The address is malformed: a typing error, or not an address of Stegos.
 * @param retryable Whether the same call may succeed later.
 */
public record InvalidAddressData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static InvalidAddressData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidAddressData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
