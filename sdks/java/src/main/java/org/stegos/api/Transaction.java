// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A transaction as everybody sees it.
 * @param transactionId The id of a transaction, lower-case hex.
 * @param status {@code pending}: waits for a block. {@code final}: in a block, which never
 * changes.
 * @param inputs Outputs it spends.
 * @param outputs Outputs it makes.
 * @param fee An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param bytes Its size on the wire.
 * @param blockId Block that holds it, once final.
 * @param height Height of that block.
 * @param time Time of that block.
 * @param position Its place in that block.
 * @param encoded Its bytes, when asked for.
 * @param operation When it does something to stake.
 */
public record Transaction(
    TransactionId transactionId,
    TransactionStatus status,
    List<OutputId> inputs,
    List<OutputId> outputs,
    Amount fee,
    long bytes,
    Optional<BlockId> blockId,
    Optional<Long> height,
    Optional<Instant> time,
    Optional<Long> position,
    Optional<String> encoded,
    Optional<OperationType> operation) {

  /** Reads one from JSON. */
  public static Transaction read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Transaction(
        in.required("transactionId", TransactionId::read),
        in.required("status", TransactionStatus::read),
        in.required("inputs", Json.list(OutputId::read)),
        in.required("outputs", Json.list(OutputId::read)),
        in.required("fee", Amount::read),
        in.required("bytes", Json::integer),
        in.optional("blockId", BlockId::read),
        in.optional("height", Json::integer),
        in.optional("time", Json::instant),
        in.optional("position", Json::integer),
        in.optional("encoded", Json::string),
        in.optional("operation", OperationType::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transactionId", transactionId, TransactionId::write)
        .put("status", status, TransactionStatus::write)
        .put("inputs", inputs, Json.array(OutputId::write))
        .put("outputs", outputs, Json.array(OutputId::write))
        .put("fee", fee, Amount::write)
        .put("bytes", bytes, Json::same)
        .putOptional("blockId", blockId, BlockId::write)
        .putOptional("height", height, Json::same)
        .putOptional("time", time, Json::text)
        .putOptional("position", position, Json::same)
        .putOptional("encoded", encoded, Json::same)
        .putOptional("operation", operation, OperationType::write)
        .fields();
  }
}
