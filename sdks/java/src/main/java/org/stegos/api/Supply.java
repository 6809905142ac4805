// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * How much money exists, and what proves it: {@code commitments} = {@code circulating}·B + {@code
 * blinding}·B_blinding, where {@code commitments} is the sum over all unspent outputs.
 * @param height The block after which this holds.
 * @param issued Issued since genesis and with it: coins, the first validators' stake, and rewards.
 * @param burnt Burnt since genesis, by the rules of stake. Fees are not burnt: they are their
 * leader's.
 * @param circulating Issued less burnt and staked: what all coins are worth together.
 * @param staked Held by the stake: deposits, money on its way out, fees of this epoch and the
 * award's pool.
 * @param awardPool The award's pool, part of {@code staked}.
 * @param commitments Sum of the commitments of all unspent outputs, an encoded group element.
 * @param blinding Sum of blindings that follows from the blocks, a scalar.
 * @param unspentOutputs Size of the unspent set.
 * @param mints The first coins. Whatever else was issued is staked, or was until it was withdrawn.
 */
public record Supply(
    long height,
    Amount issued,
    Amount burnt,
    Amount circulating,
    Amount staked,
    Amount awardPool,
    String commitments,
    String blinding,
    long unspentOutputs,
    List<Mint> mints) {

  /** Reads one from JSON. */
  public static Supply read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Supply(
        in.required("height", Json::integer),
        in.required("issued", Amount::read),
        in.required("burnt", Amount::read),
        in.required("circulating", Amount::read),
        in.required("staked", Amount::read),
        in.required("awardPool", Amount::read),
        in.required("commitments", Json::string),
        in.required("blinding", Json::string),
        in.required("unspentOutputs", Json::integer),
        in.required("mints", Json.list(Mint::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("height", height, Json::same)
        .put("issued", issued, Amount::write)
        .put("burnt", burnt, Amount::write)
        .put("circulating", circulating, Amount::write)
        .put("staked", staked, Amount::write)
        .put("awardPool", awardPool, Amount::write)
        .put("commitments", commitments, Json::same)
        .put("blinding", blinding, Json::same)
        .put("unspentOutputs", unspentOutputs, Json::same)
        .put("mints", mints, Json.array(Mint::write))
        .fields();
  }
}
