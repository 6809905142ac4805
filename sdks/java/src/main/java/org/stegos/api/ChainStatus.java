// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The head of the chain.
 * @param network The network.
 * @param genesis The id of a block: the hash of its header, lower-case hex.
 * @param height The height of a block; genesis is 0.
 * @param id Id of the last final block.
 * @param time Time the leader wrote into it.
 * @param earliestHeight The lowest height from which on the node has every block: 0, unless it
 * prunes or began with a snapshot. Below there are headers and certificates alone, and genesis.
 * @param unspentOutputs Size of the unspent set.
 * @param mempool Transactions that wait for a block.
 */
public record ChainStatus(
    Network network,
    BlockId genesis,
    long height,
    BlockId id,
    Instant time,
    long earliestHeight,
    long unspentOutputs,
    MempoolStatus mempool) {

  /** Reads one from JSON. */
  public static ChainStatus read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainStatus(
        in.required("network", Network::read),
        in.required("genesis", BlockId::read),
        in.required("height", Json::integer),
        in.required("id", BlockId::read),
        in.required("time", Json::instant),
        in.required("earliestHeight", Json::integer),
        in.required("unspentOutputs", Json::integer),
        in.required("mempool", MempoolStatus::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("network", network, Network::write)
        .put("genesis", genesis, BlockId::write)
        .put("height", height, Json::same)
        .put("id", id, BlockId::write)
        .put("time", time, Json::text)
        .put("earliestHeight", earliestHeight, Json::same)
        .put("unspentOutputs", unspentOutputs, Json::same)
        .put("mempool", mempool, MempoolStatus::write)
        .fields();
  }
}
