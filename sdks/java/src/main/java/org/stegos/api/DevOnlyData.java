// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Methods of the group dev exist on development networks alone.
 * @param retryable Whether the same call may succeed later.
 * @param network The network.
 */
public record DevOnlyData(
    boolean retryable,
    Network network) {

  /** Reads one from JSON. */
  public static DevOnlyData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new DevOnlyData(
        in.required("retryable", Json::bool),
        in.required("network", Network::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("network", network, Network::write)
        .fields();
  }
}
