// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The Validator Service Award.
 * @param pool All that is in the pool, what is frozen for a draw included.
 * @param collected What of it was collected for the present period.
 * @param period The present award period.
 * @param nextDraw The draw that comes next.
 * @param eligible Every validator, and how it stands in the present period.
 * @param history The chain of hashes over the records of all draws that are over; it is a part of
 * the state that blocks commit to.
 */
public record Award(
    Amount pool,
    Amount collected,
    long period,
    AwardDraw nextDraw,
    List<AwardCandidate> eligible,
    String history) {

  /** Reads one from JSON. */
  public static Award read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Award(
        in.required("pool", Amount::read),
        in.required("collected", Amount::read),
        in.required("period", Json::integer),
        in.required("nextDraw", AwardDraw::read),
        in.required("eligible", Json.list(AwardCandidate::read)),
        in.required("history", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("pool", pool, Amount::write)
        .put("collected", collected, Amount::write)
        .put("period", period, Json::same)
        .put("nextDraw", nextDraw, AwardDraw::write)
        .put("eligible", eligible, Json.array(AwardCandidate::write))
        .put("history", history, Json::same)
        .fields();
  }
}
