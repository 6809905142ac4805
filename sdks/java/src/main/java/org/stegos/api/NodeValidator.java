// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * How the validator of a node stands.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param status {@code active}: may be in the next set, if it has the stake. {@code suspended}:
 * left out because it was silent, until its operator says that it is back. {@code leaving}: its
 * operator took its stake out. {@code frozen}: it contradicted itself.
 * @param inSet Whether it is in the set of this epoch.
 * @param reason Why it would not be in the next set.
 * @param lost What its stake has lost since this node was started, by a leak or by slashing;
 * absent for nothing.
 */
public record NodeValidator(
    ValidatorId validatorId,
    ValidatorStatus status,
    boolean inSet,
    Optional<OutsideReason> reason,
    Optional<Amount> lost) {

  /** Reads one from JSON. */
  public static NodeValidator read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NodeValidator(
        in.required("validatorId", ValidatorId::read),
        in.required("status", ValidatorStatus::read),
        in.required("inSet", Json::bool),
        in.optional("reason", OutsideReason::read),
        in.optional("lost", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("status", status, ValidatorStatus::write)
        .put("inSet", inSet, Json::same)
        .putOptional("reason", reason, OutsideReason::write)
        .putOptional("lost", lost, Amount::write)
        .fields();
  }
}
