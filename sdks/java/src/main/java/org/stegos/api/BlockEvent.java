// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A block became final.
 * @param id The id of a block: the hash of its header, lower-case hex.
 * @param height The height of a block; genesis is 0.
 * @param time A time, RFC 3339 in UTC with milliseconds.
 * @param leader BLS12-381 public key of the leader, 48 bytes, lower-case hex; zeros in genesis.
 * @param transactions Its transactions in order.
 */
public record BlockEvent(
    BlockId id,
    long height,
    Instant time,
    String leader,
    List<TransactionId> transactions) {

  /** Reads one from JSON. */
  public static BlockEvent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new BlockEvent(
        in.required("id", BlockId::read),
        in.required("height", Json::integer),
        in.required("time", Json::instant),
        in.required("leader", Json::string),
        in.required("transactions", Json.list(TransactionId::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("id", id, BlockId::write)
        .put("height", height, Json::same)
        .put("time", time, Json::text)
        .put("leader", leader, Json::same)
        .put("transactions", transactions, Json.array(TransactionId::write))
        .fields();
  }
}
