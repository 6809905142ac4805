// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The node is starting, or is shutting down. {@code node.status} says what it is doing.
 * @param retryable Whether the same call may succeed later.
 * @param state What the node is doing: {@code starting} (opening its data), {@code syncing}
 * (following the chain up to its head, or fetching the snapshot it begins with), {@code
 * rescanning} (reading the chain again for an account), {@code ready}.
 */
public record NotReadyData(
    boolean retryable,
    NodeState state) {

  /** Reads one from JSON. */
  public static NotReadyData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NotReadyData(
        in.required("retryable", Json::bool),
        in.required("state", NodeState::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("state", state, NodeState::write)
        .fields();
  }
}
