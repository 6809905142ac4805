// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.List;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The epoch of the next block.
 * @param epoch An epoch; the first one has number 1.
 * @param period The award period it belongs to; the first one has number 1.
 * @param firstHeight Its first block.
 * @param lastHeight Its last block: then rewards are paid, and the next set is chosen.
 * @param height The last final block.
 * @param blocksLeft Blocks to come in this epoch.
 * @param estimatedEnd When it will end, if blocks come at their target interval.
 * @param reward What a block issues, the award's share included.
 * @param totalStake Stake of the set at the beginning of the epoch.
 * @param members The set, in the order of the certificate's bits.
 */
public record Epoch(
    long epoch,
    long period,
    long firstHeight,
    long lastHeight,
    long height,
    long blocksLeft,
    Instant estimatedEnd,
    Amount reward,
    Amount totalStake,
    List<EpochMember> members) {

  /** Reads one from JSON. */
  public static Epoch read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Epoch(
        in.required("epoch", Json::integer),
        in.required("period", Json::integer),
        in.required("firstHeight", Json::integer),
        in.required("lastHeight", Json::integer),
        in.required("height", Json::integer),
        in.required("blocksLeft", Json::integer),
        in.required("estimatedEnd", Json::instant),
        in.required("reward", Amount::read),
        in.required("totalStake", Amount::read),
        in.required("members", Json.list(EpochMember::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("epoch", epoch, Json::same)
        .put("period", period, Json::same)
        .put("firstHeight", firstHeight, Json::same)
        .put("lastHeight", lastHeight, Json::same)
        .put("height", height, Json::same)
        .put("blocksLeft", blocksLeft, Json::same)
        .put("estimatedEnd", estimatedEnd, Json::text)
        .put("reward", reward, Amount::write)
        .put("totalStake", totalStake, Amount::write)
        .put("members", members, Json.array(EpochMember::write))
        .fields();
  }
}
