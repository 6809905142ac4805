// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What an epoch paid to a validator and those who staked with it.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param epoch An epoch; the first one has number 1.
 * @param height The epoch's last block.
 * @param reward For blocks signed.
 * @param fees Of blocks it led.
 * @param commission What of both is the operator's, for its work.
 * @param signed Blocks signed.
 * @param could Blocks it could have signed.
 * @param earned With {@code accountId}: what of reward and fees went to the account, for its
 * deposits and as the operator. A deposit counts when it was there for the whole epoch; zero as
 * well for epochs before the account was restored on this node, of which only the operator's part
 * is known.
 */
public record StakeReward(
    ValidatorId validatorId,
    long epoch,
    long height,
    Amount reward,
    Amount fees,
    Amount commission,
    long signed,
    long could,
    Optional<Amount> earned) {

  /** Reads one from JSON. */
  public static StakeReward read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeReward(
        in.required("validatorId", ValidatorId::read),
        in.required("epoch", Json::integer),
        in.required("height", Json::integer),
        in.required("reward", Amount::read),
        in.required("fees", Amount::read),
        in.required("commission", Amount::read),
        in.required("signed", Json::integer),
        in.required("could", Json::integer),
        in.optional("earned", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("epoch", epoch, Json::same)
        .put("height", height, Json::same)
        .put("reward", reward, Amount::write)
        .put("fees", fees, Amount::write)
        .put("commission", commission, Amount::write)
        .put("signed", signed, Json::same)
        .put("could", could, Json::same)
        .putOptional("earned", earned, Amount::write)
        .fields();
  }
}
