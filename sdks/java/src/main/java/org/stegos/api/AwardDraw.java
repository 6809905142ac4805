// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A draw to come.
 * @param period Its award period.
 * @param state {@code open}: the period lasts. {@code frozen}: pool and eligible are fixed, the
 * seed is not there. {@code seeded}: whoever has worked out the delay may post its proof.
 * @param freezeHeight The block that fixes pool and eligible.
 * @param seedHeight The block whose beacon is the seed.
 * @param amount What the winner gets, the bounty for the proof aside; while the period is open,
 * what it has collected so far.
 * @param squarings Squarings of the delay function between the seed and the winner.
 * @param beacon The seed.
 * @param eligible Who may win, in the order of their keys; empty while the period is open.
 */
public record AwardDraw(
    long period,
    AwardDrawState state,
    long freezeHeight,
    long seedHeight,
    Amount amount,
    long squarings,
    Optional<String> beacon,
    List<AwardEligible> eligible) {

  /** Reads one from JSON. */
  public static AwardDraw read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AwardDraw(
        in.required("period", Json::integer),
        in.required("state", AwardDrawState::read),
        in.required("freezeHeight", Json::integer),
        in.required("seedHeight", Json::integer),
        in.required("amount", Amount::read),
        in.required("squarings", Json::integer),
        in.optional("beacon", Json::string),
        in.required("eligible", Json.list(AwardEligible::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("period", period, Json::same)
        .put("state", state, AwardDrawState::write)
        .put("freezeHeight", freezeHeight, Json::same)
        .put("seedHeight", seedHeight, Json::same)
        .put("amount", amount, Amount::write)
        .put("squarings", squarings, Json::same)
        .putOptional("beacon", beacon, Json::same)
        .put("eligible", eligible, Json.array(AwardEligible::write))
        .fields();
  }
}
