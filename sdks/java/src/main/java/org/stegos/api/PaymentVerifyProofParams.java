// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.verifyProof}: Check a receipt.
 * @param proof The receipt.
 * @param challenge The challenge that the receipt was asked for with.
 */
public record PaymentVerifyProofParams(
    String proof,
    Optional<String> challenge) {
  /** With what is required. */
  public static PaymentVerifyProofParams of(String proof) {
    return new PaymentVerifyProofParams(proof, Optional.empty());
  }

  /** The challenge that the receipt was asked for with. */
  public PaymentVerifyProofParams challenge(String challenge) {
    return new PaymentVerifyProofParams(proof, Optional.of(challenge));
  }

  /** Reads one from JSON. */
  public static PaymentVerifyProofParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentVerifyProofParams(
        in.required("proof", Json::string),
        in.optional("challenge", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("proof", proof, Json::same)
        .putOptional("challenge", challenge, Json::same)
        .fields();
  }
}
