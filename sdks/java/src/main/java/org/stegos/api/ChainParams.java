// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters every node of the network agrees on.
 * @param network The network.
 * @param genesis The id of a block: the hash of its header, lower-case hex.
 * @param chainId Hash of everything the chain begins with: parameters, first validators, first
 * coins. Votes, transactions and award records are bound to it; it is not the id of the genesis
 * block.
 * @param addressPrefix Human-readable prefix of addresses.
 * @param unitsPerCoin Base units in 1 STG.
 * @param blockIntervalMs Target time between blocks, milliseconds.
 * @param maxBlockTransactions Transactions a block may carry.
 * @param maxTimeDriftMs How far a block's time may run ahead, milliseconds.
 * @param payloadRetentionBlocks Blocks after which a node may drop a payload.
 * @param payloadBytes Bytes of every payload.
 * @param maxInputs Inputs a transaction may have.
 * @param outputCounts Numbers of outputs a transaction may have.
 * @param feePerInput An amount in base units as a decimal string, from "0" to
 * "18446744073709551615". 1 STG is 1 000 000 base units.
 * @param feePerOutput An amount in base units as a decimal string, from "0" to
 * "18446744073709551615". 1 STG is 1 000 000 base units.
 * @param feePerOperation For an operation on the stake.
 */
public record ChainParams(
    Network network,
    BlockId genesis,
    String chainId,
    String addressPrefix,
    Amount unitsPerCoin,
    long blockIntervalMs,
    long maxBlockTransactions,
    long maxTimeDriftMs,
    long payloadRetentionBlocks,
    long payloadBytes,
    long maxInputs,
    List<Long> outputCounts,
    Amount feePerInput,
    Amount feePerOutput,
    Amount feePerOperation) {

  /** Reads one from JSON. */
  public static ChainParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainParams(
        in.required("network", Network::read),
        in.required("genesis", BlockId::read),
        in.required("chainId", Json::string),
        in.required("addressPrefix", Json::string),
        in.required("unitsPerCoin", Amount::read),
        in.required("blockIntervalMs", Json::integer),
        in.required("maxBlockTransactions", Json::integer),
        in.required("maxTimeDriftMs", Json::integer),
        in.required("payloadRetentionBlocks", Json::integer),
        in.required("payloadBytes", Json::integer),
        in.required("maxInputs", Json::integer),
        in.required("outputCounts", Json.list(Json::integer)),
        in.required("feePerInput", Amount::read),
        in.required("feePerOutput", Amount::read),
        in.required("feePerOperation", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("network", network, Network::write)
        .put("genesis", genesis, BlockId::write)
        .put("chainId", chainId, Json::same)
        .put("addressPrefix", addressPrefix, Json::same)
        .put("unitsPerCoin", unitsPerCoin, Amount::write)
        .put("blockIntervalMs", blockIntervalMs, Json::same)
        .put("maxBlockTransactions", maxBlockTransactions, Json::same)
        .put("maxTimeDriftMs", maxTimeDriftMs, Json::same)
        .put("payloadRetentionBlocks", payloadRetentionBlocks, Json::same)
        .put("payloadBytes", payloadBytes, Json::same)
        .put("maxInputs", maxInputs, Json::same)
        .put("outputCounts", outputCounts, Json.array(Json::same))
        .put("feePerInput", feePerInput, Amount::write)
        .put("feePerOutput", feePerOutput, Amount::write)
        .put("feePerOperation", feePerOperation, Amount::write)
        .fields();
  }
}
