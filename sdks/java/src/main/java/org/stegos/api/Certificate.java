// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The signatures that make a block final: one aggregate BLS signature of more than two thirds of
 * the voting weight.
 * @param round Round of consensus.
 * @param signers Bit i of byte i/8, least significant first, stands for validator i; lower-case
 * hex.
 * @param silent Validators that were claimed silent, in the same way: their votes count less, the
 * less the later the round. Absent where there are none. Whoever accepts large payments should
 * wait while certificates have this.
 * @param signature BLS12-381 signature, 96 bytes, lower-case hex.
 */
public record Certificate(
    long round,
    String signers,
    Optional<String> silent,
    String signature) {

  /** Reads one from JSON. */
  public static Certificate read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Certificate(
        in.required("round", Json::integer),
        in.required("signers", Json::string),
        in.optional("silent", Json::string),
        in.required("signature", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("round", round, Json::same)
        .put("signers", signers, Json::same)
        .putOptional("silent", silent, Json::same)
        .put("signature", signature, Json::same)
        .fields();
  }
}
