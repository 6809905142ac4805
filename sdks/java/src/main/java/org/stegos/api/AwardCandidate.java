// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * How a validator stands in the present award period.
 * @param validatorId What names a validator for all time, whatever its key is; lower-case hex.
 * @param validatorKey The BLS12-381 key a validator votes with, 48 bytes, lower-case hex.
 * @param operator Schnorr key that would be paid.
 * @param own Whether it is the validator of this node.
 * @param eligible Whether it may still be drawn.
 * @param fault Why not.
 * @param good Epochs of the period it has served well.
 * @param ahead Epochs of the period still to come, the present one included.
 * @param signed Blocks of this epoch it signed.
 * @param could Blocks of this epoch it could have signed so far.
 */
public record AwardCandidate(
    ValidatorId validatorId,
    ValidatorKey validatorKey,
    String operator,
    boolean own,
    boolean eligible,
    Optional<EligibilityFault> fault,
    long good,
    long ahead,
    long signed,
    long could) {

  /** Reads one from JSON. */
  public static AwardCandidate read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AwardCandidate(
        in.required("validatorId", ValidatorId::read),
        in.required("validatorKey", ValidatorKey::read),
        in.required("operator", Json::string),
        in.required("own", Json::bool),
        in.required("eligible", Json::bool),
        in.optional("fault", EligibilityFault::read),
        in.required("good", Json::integer),
        in.required("ahead", Json::integer),
        in.required("signed", Json::integer),
        in.required("could", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("validatorId", validatorId, ValidatorId::write)
        .put("validatorKey", validatorKey, ValidatorKey::write)
        .put("operator", operator, Json::same)
        .put("own", own, Json::same)
        .put("eligible", eligible, Json::same)
        .putOptional("fault", fault, EligibilityFault::write)
        .put("good", good, Json::same)
        .put("ahead", ahead, Json::same)
        .put("signed", signed, Json::same)
        .put("could", could, Json::same)
        .fields();
  }
}
