// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The numbers of staking that every node of the network agrees on.
 * @param epochBlocks Blocks of an epoch.
 * @param minStake What an operator has to stake itself.
 * @param minDeposit The smallest deposit.
 * @param unbondingEpochs Epochs that money is on its way out, at most.
 * @param maxValidators Validators in a set.
 * @param commissionStep By how much a commission may rise in one change.
 * @param commissionNotice Whole epochs between the announcement of a rise and its effect.
 * @param blockReward What a block issues at first.
 * @param halvingBlocks Blocks after which that halves.
 * @param awardShare Share of it that goes to the award's pool.
 * @param awardPeriodEpochs Epochs of an award period.
 * @param awardAttendance Share of the blocks of each epoch that has to be signed to be eligible.
 * @param awardFreezeDelay Blocks between the freeze of the eligible and the beacon that seeds the
 * draw.
 * @param awardDelaySquarings Squarings of the delay function between that beacon and the winner.
 * @param awardBounty For whoever posts the delay's proof; at most a tenth of the award.
 * @param slashShare Share of a contradicting validator's stake that is burnt at once.
 * @param feePerOperation What an operation adds to the fee of its transaction.
 */
public record StakeParams(
    long epochBlocks,
    Amount minStake,
    Amount minDeposit,
    long unbondingEpochs,
    long maxValidators,
    long commissionStep,
    long commissionNotice,
    Amount blockReward,
    long halvingBlocks,
    long awardShare,
    long awardPeriodEpochs,
    long awardAttendance,
    long awardFreezeDelay,
    long awardDelaySquarings,
    Amount awardBounty,
    long slashShare,
    Amount feePerOperation) {

  /** Reads one from JSON. */
  public static StakeParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeParams(
        in.required("epochBlocks", Json::integer),
        in.required("minStake", Amount::read),
        in.required("minDeposit", Amount::read),
        in.required("unbondingEpochs", Json::integer),
        in.required("maxValidators", Json::integer),
        in.required("commissionStep", Json::integer),
        in.required("commissionNotice", Json::integer),
        in.required("blockReward", Amount::read),
        in.required("halvingBlocks", Json::integer),
        in.required("awardShare", Json::integer),
        in.required("awardPeriodEpochs", Json::integer),
        in.required("awardAttendance", Json::integer),
        in.required("awardFreezeDelay", Json::integer),
        in.required("awardDelaySquarings", Json::integer),
        in.required("awardBounty", Amount::read),
        in.required("slashShare", Json::integer),
        in.required("feePerOperation", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("epochBlocks", epochBlocks, Json::same)
        .put("minStake", minStake, Amount::write)
        .put("minDeposit", minDeposit, Amount::write)
        .put("unbondingEpochs", unbondingEpochs, Json::same)
        .put("maxValidators", maxValidators, Json::same)
        .put("commissionStep", commissionStep, Json::same)
        .put("commissionNotice", commissionNotice, Json::same)
        .put("blockReward", blockReward, Amount::write)
        .put("halvingBlocks", halvingBlocks, Json::same)
        .put("awardShare", awardShare, Json::same)
        .put("awardPeriodEpochs", awardPeriodEpochs, Json::same)
        .put("awardAttendance", awardAttendance, Json::same)
        .put("awardFreezeDelay", awardFreezeDelay, Json::same)
        .put("awardDelaySquarings", awardDelaySquarings, Json::same)
        .put("awardBounty", awardBounty, Amount::write)
        .put("slashShare", slashShare, Json::same)
        .put("feePerOperation", feePerOperation, Amount::write)
        .fields();
  }
}
