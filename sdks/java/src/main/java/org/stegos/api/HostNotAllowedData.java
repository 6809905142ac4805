// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The Host or the Origin of the request is not one this node serves (a guard against DNS
 * rebinding).
 * @param retryable Whether the same call may succeed later.
 */
public record HostNotAllowedData(
    boolean retryable) {

  /** Reads one from JSON. */
  public static HostNotAllowedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new HostNotAllowedData(
        in.required("retryable", Json::bool));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .fields();
  }
}
