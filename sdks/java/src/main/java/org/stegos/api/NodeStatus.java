// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The state of the node.
 * @param network The network.
 * @param height Height of the last final block the node has.
 * @param finalizedAt Time of that block.
 * @param syncing True while the node knows that it is behind.
 * @param sync How far it has come; absent while it is not catching up.
 * @param snapshot How far it has come with the snapshot that it begins with; absent otherwise.
 * @param validator The validator that votes with a key of this node; absent on a node that has no
 * such key, and while none of its keys is registered.
 * @param peers How many nodes it is connected to.
 * @param contract Which contract the node serves.
 * @param limits The limits of this node, each by name.
 * @param state What the node is doing: {@code starting} (opening its data), {@code syncing}
 * (following the chain up to its head, or fetching the snapshot it begins with), {@code
 * rescanning} (reading the chain again for an account), {@code ready}.
 * @param version Version of the node software.
 * @param genesis Id of the genesis block, which names the chain.
 */
public record NodeStatus(
    Network network,
    long height,
    Instant finalizedAt,
    boolean syncing,
    Optional<SyncProgress> sync,
    Optional<SnapshotProgress> snapshot,
    Optional<NodeValidator> validator,
    long peers,
    ContractVersion contract,
    Limits limits,
    NodeState state,
    String version,
    BlockId genesis) {

  /** Reads one from JSON. */
  public static NodeStatus read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NodeStatus(
        in.required("network", Network::read),
        in.required("height", Json::integer),
        in.required("finalizedAt", Json::instant),
        in.required("syncing", Json::bool),
        in.optional("sync", SyncProgress::read),
        in.optional("snapshot", SnapshotProgress::read),
        in.optional("validator", NodeValidator::read),
        in.required("peers", Json::integer),
        in.required("contract", ContractVersion::read),
        in.required("limits", Limits::read),
        in.required("state", NodeState::read),
        in.required("version", Json::string),
        in.required("genesis", BlockId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("network", network, Network::write)
        .put("height", height, Json::same)
        .put("finalizedAt", finalizedAt, Json::text)
        .put("syncing", syncing, Json::same)
        .putOptional("sync", sync, SyncProgress::write)
        .putOptional("snapshot", snapshot, SnapshotProgress::write)
        .putOptional("validator", validator, NodeValidator::write)
        .put("peers", peers, Json::same)
        .put("contract", contract, ContractVersion::write)
        .put("limits", limits, Limits::write)
        .put("state", state, NodeState::write)
        .put("version", version, Json::same)
        .put("genesis", genesis, BlockId::write)
        .fields();
  }
}
