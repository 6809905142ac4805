// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The address is good, but for another network.
 * @param retryable Whether the same call may succeed later.
 * @param expected The network.
 * @param found The network.
 */
public record WrongNetworkData(
    boolean retryable,
    Network expected,
    Network found) {

  /** Reads one from JSON. */
  public static WrongNetworkData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new WrongNetworkData(
        in.required("retryable", Json::bool),
        in.required("expected", Network::read),
        in.required("found", Network::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("expected", expected, Network::write)
        .put("found", found, Network::write)
        .fields();
  }
}
