// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * How the validator of a stake stands. Outside the set stake earns nothing in this epoch, nor with
 * a {@code frozen} validator; with a {@code reason} it will earn nothing from the next epoch on,
 * unless that changes.
 * @param status As of stake.validator; {@code gone} for one that is not there any more.
 * @param inSet Whether it is in the set of this epoch.
 * @param reason Why it would not be in the next set.
 */
public record StakeValidator(
    StakeValidatorStatus status,
    boolean inSet,
    Optional<OutsideReason> reason) {

  /** Reads one from JSON. */
  public static StakeValidator read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeValidator(
        in.required("status", StakeValidatorStatus::read),
        in.required("inSet", Json::bool),
        in.optional("reason", OutsideReason::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("status", status, StakeValidatorStatus::write)
        .put("inSet", inSet, Json::same)
        .putOptional("reason", reason, OutsideReason::write)
        .fields();
  }
}
