// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A final block.
 * @param id The id of a block: the hash of its header, lower-case hex.
 * @param height The height of a block; genesis is 0.
 * @param time Time the leader wrote into it; ascends strictly along the chain.
 * @param leader BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis.
 * @param transactions Its transactions in order.
 * @param previous Id of the block before; zeros in genesis.
 * @param round Round of consensus it was proposed in.
 * @param vrf The leader's contribution to the beacon, 96 bytes, lower-case hex; zeros in genesis.
 * @param transactionRoot Merkle root over its transactions.
 * @param outputRoot Merkle root over the ids of the outputs it makes.
 * @param stateCommitment Commits to the unspent set and the supply after the block.
 * @param validatorSetHash Hash of the validator set that decides on it.
 * @param outputs How many outputs it makes.
 * @param bytes Its size on the wire.
 * @param certificate What made this block final. Absent in genesis.
 */
public record Block(
    BlockId id,
    long height,
    Instant time,
    String leader,
    List<TransactionId> transactions,
    String previous,
    long round,
    String vrf,
    String transactionRoot,
    String outputRoot,
    String stateCommitment,
    String validatorSetHash,
    long outputs,
    long bytes,
    Optional<Certificate> certificate) {

  /** Reads one from JSON. */
  public static Block read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Block(
        in.required("id", BlockId::read),
        in.required("height", Json::integer),
        in.required("time", Json::instant),
        in.required("leader", Json::string),
        in.required("transactions", Json.list(TransactionId::read)),
        in.required("previous", Json::string),
        in.required("round", Json::integer),
        in.required("vrf", Json::string),
        in.required("transactionRoot", Json::string),
        in.required("outputRoot", Json::string),
        in.required("stateCommitment", Json::string),
        in.required("validatorSetHash", Json::string),
        in.required("outputs", Json::integer),
        in.required("bytes", Json::integer),
        in.optional("certificate", Certificate::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("id", id, BlockId::write)
        .put("height", height, Json::same)
        .put("time", time, Json::text)
        .put("leader", leader, Json::same)
        .put("transactions", transactions, Json.array(TransactionId::write))
        .put("previous", previous, Json::same)
        .put("round", round, Json::same)
        .put("vrf", vrf, Json::same)
        .put("transactionRoot", transactionRoot, Json::same)
        .put("outputRoot", outputRoot, Json::same)
        .put("stateCommitment", stateCommitment, Json::same)
        .put("validatorSetHash", validatorSetHash, Json::same)
        .put("outputs", outputs, Json::same)
        .put("bytes", bytes, Json::same)
        .putOptional("certificate", certificate, Certificate::write)
        .fields();
  }
}
