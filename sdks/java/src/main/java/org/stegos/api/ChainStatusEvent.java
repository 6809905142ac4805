// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The node changed its state, or has come further in catching up: that is told every few seconds.
 * @param state What the node is doing: {@code starting} (opening its data), {@code syncing}
 * (following the chain up to its head, or fetching the snapshot it begins with), {@code
 * rescanning} (reading the chain again for an account), {@code ready}.
 * @param height The height of a block; genesis is 0.
 * @param syncing True while the node knows that it is behind.
 * @param sync How far it has come; absent while it is not catching up.
 * @param snapshot How far it has come with the snapshot that it begins with; absent otherwise.
 */
public record ChainStatusEvent(
    NodeState state,
    long height,
    boolean syncing,
    Optional<SyncProgress> sync,
    Optional<SnapshotProgress> snapshot) {

  /** Reads one from JSON. */
  public static ChainStatusEvent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainStatusEvent(
        in.required("state", NodeState::read),
        in.required("height", Json::integer),
        in.required("syncing", Json::bool),
        in.optional("sync", SyncProgress::read),
        in.optional("snapshot", SnapshotProgress::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("state", state, NodeState::write)
        .put("height", height, Json::same)
        .put("syncing", syncing, Json::same)
        .putOptional("sync", sync, SyncProgress::write)
        .putOptional("snapshot", snapshot, SnapshotProgress::write)
        .fields();
  }
}
