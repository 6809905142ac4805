// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Stake that was burnt because its validator broke the rules or was silent.
 * @param type {@code slashed}: it contradicted itself; a part is burnt at once and the rest
 * frozen. A frozen one is {@code slashed} again, with nothing burnt at once, when an earlier
 * contradiction comes to light or one with more weight: both count in the end. {@code thawed}: the
 * unbonding time after that is over; more may be burnt, and a part of the operator's own goes to
 * the award. {@code leaked}: more than a third of the weight was silent, and this one among it.
 * What left the pool in the same epoch loses the same part, which is burnt when it is withdrawn
 * and is not counted here.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param height The block in which it came about.
 * @param infraction For {@code slashed} the epoch of its earliest contradiction that has been
 * told.
 * @param burnt An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param forfeited For {@code thawed} what went to the award's pool.
 */
public record Slashing(
    SlashingType type,
    ValidatorId validatorId,
    long height,
    Optional<Long> infraction,
    Amount burnt,
    Optional<Amount> forfeited) {

  /** Reads one from JSON. */
  public static Slashing read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Slashing(
        in.required("type", SlashingType::read),
        in.required("validatorId", ValidatorId::read),
        in.required("height", Json::integer),
        in.optional("infraction", Json::integer),
        in.required("burnt", Amount::read),
        in.optional("forfeited", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("type", type, SlashingType::write)
        .put("validatorId", validatorId, ValidatorId::write)
        .put("height", height, Json::same)
        .putOptional("infraction", infraction, Json::same)
        .put("burnt", burnt, Amount::write)
        .putOptional("forfeited", forfeited, Amount::write)
        .fields();
  }
}
