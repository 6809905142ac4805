// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A draw that is over, with everything it takes to check it again.
 * @param network The network.
 * @param chainId What the seed is bound to: {@code chainId} of chain.params.
 * @param period Its award period.
 * @param outcome {@code paid}: the winner got the prize. {@code forfeited}: the winner
 * contradicted itself between freeze and draw. {@code expired}: nobody posted a proof before the
 * next freeze. {@code empty}: nobody was eligible. What is not paid stays in the pool.
 * @param frozenAt The block that fixed pool and eligible.
 * @param amount What was frozen.
 * @param eligible Who could win, in the order of their keys.
 * @param seedHeight The block whose beacon is the seed.
 * @param beacon That beacon.
 * @param squarings Squarings of the delay function.
 * @param proof The delay's proof: its output, then π.
 * @param winner Position of the winner among the eligible.
 * @param prize What the winner got.
 * @param bounty What went to whoever posted the proof.
 * @param before The chain of hashes over the records before this one; zeros for the first.
 * @param history The same with this record. That of the last record is what {@code
 * stake.awardProof} shows to be the chain's.
 */
public record AwardRecord(
    Network network,
    String chainId,
    long period,
    AwardOutcome outcome,
    long frozenAt,
    Amount amount,
    List<AwardEligible> eligible,
    long seedHeight,
    Optional<String> beacon,
    long squarings,
    Optional<String> proof,
    Optional<Long> winner,
    Amount prize,
    Amount bounty,
    String before,
    String history) {

  /** Reads one from JSON. */
  public static AwardRecord read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AwardRecord(
        in.required("network", Network::read),
        in.required("chainId", Json::string),
        in.required("period", Json::integer),
        in.required("outcome", AwardOutcome::read),
        in.required("frozenAt", Json::integer),
        in.required("amount", Amount::read),
        in.required("eligible", Json.list(AwardEligible::read)),
        in.required("seedHeight", Json::integer),
        in.optional("beacon", Json::string),
        in.required("squarings", Json::integer),
        in.optional("proof", Json::string),
        in.optional("winner", Json::integer),
        in.required("prize", Amount::read),
        in.required("bounty", Amount::read),
        in.required("before", Json::string),
        in.required("history", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("network", network, Network::write)
        .put("chainId", chainId, Json::same)
        .put("period", period, Json::same)
        .put("outcome", outcome, AwardOutcome::write)
        .put("frozenAt", frozenAt, Json::same)
        .put("amount", amount, Amount::write)
        .put("eligible", eligible, Json.array(AwardEligible::write))
        .put("seedHeight", seedHeight, Json::same)
        .putOptional("beacon", beacon, Json::same)
        .put("squarings", squarings, Json::same)
        .putOptional("proof", proof, Json::same)
        .putOptional("winner", winner, Json::same)
        .put("prize", prize, Amount::write)
        .put("bounty", bounty, Amount::write)
        .put("before", before, Json::same)
        .put("history", history, Json::same)
        .fields();
  }
}
