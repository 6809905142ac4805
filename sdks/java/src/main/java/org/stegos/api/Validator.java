// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A validator, in the set or not.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param validatorKey The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
 * @param nextKey The key from the next epoch on.
 * @param operator Schnorr key of its operator.
 * @param own Whether it is the validator of this node.
 * @param status {@code active}: may be in the next set, if it has the stake. {@code suspended}:
 * left out because it was silent, until its operator says that it is back. {@code leaving}: its
 * operator took its stake out. {@code frozen}: it contradicted itself.
 * @param stake Everything staked with it.
 * @param ownStake What of that is its operator's.
 * @param commission Share of what the others' stake earns that its operator keeps.
 * @param announced A change of commission that is on its way.
 * @param since Epoch of its registration; 1 for the first validators.
 * @param inSet Whether it is in the set of this epoch.
 * @param weight Its voting weight in this epoch; absent outside the set.
 * @param rank How it would stand if the next set were chosen now: 1 for most stake; absent for one
 * that could not be chosen.
 * @param reason Why it would not be in the next set, if that were chosen now; absent for one that
 * would.
 * @param signed Blocks of this epoch it signed.
 * @param could Blocks of this epoch it could have signed so far.
 * @param eligible Whether it may still be drawn for the award of this period.
 * @param fault Why not.
 */
public record Validator(
    ValidatorId validatorId,
    ValidatorKey validatorKey,
    Optional<ValidatorKey> nextKey,
    String operator,
    boolean own,
    ValidatorStatus status,
    Amount stake,
    Amount ownStake,
    long commission,
    Optional<CommissionChange> announced,
    long since,
    boolean inSet,
    Optional<Amount> weight,
    Optional<Long> rank,
    Optional<OutsideReason> reason,
    long signed,
    long could,
    boolean eligible,
    Optional<EligibilityFault> fault) {

  /** Reads one from JSON. */
  public static Validator read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Validator(
        in.required("validatorId", ValidatorId::read),
        in.required("validatorKey", ValidatorKey::read),
        in.optional("nextKey", ValidatorKey::read),
        in.required("operator", Json::string),
        in.required("own", Json::bool),
        in.required("status", ValidatorStatus::read),
        in.required("stake", Amount::read),
        in.required("ownStake", Amount::read),
        in.required("commission", Json::integer),
        in.optional("announced", CommissionChange::read),
        in.required("since", Json::integer),
        in.required("inSet", Json::bool),
        in.optional("weight", Amount::read),
        in.optional("rank", Json::integer),
        in.optional("reason", OutsideReason::read),
        in.required("signed", Json::integer),
        in.required("could", Json::integer),
        in.required("eligible", Json::bool),
        in.optional("fault", EligibilityFault::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("validatorKey", validatorKey, ValidatorKey::write)
        .putOptional("nextKey", nextKey, ValidatorKey::write)
        .put("operator", operator, Json::same)
        .put("own", own, Json::same)
        .put("status", status, ValidatorStatus::write)
        .put("stake", stake, Amount::write)
        .put("ownStake", ownStake, Amount::write)
        .put("commission", commission, Json::same)
        .putOptional("announced", announced, CommissionChange::write)
        .put("since", since, Json::same)
        .put("inSet", inSet, Json::same)
        .putOptional("weight", weight, Amount::write)
        .putOptional("rank", rank, Json::same)
        .putOptional("reason", reason, OutsideReason::write)
        .put("signed", signed, Json::same)
        .put("could", could, Json::same)
        .put("eligible", eligible, Json::same)
        .putOptional("fault", fault, EligibilityFault::write)
        .fields();
  }
}
