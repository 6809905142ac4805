// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Money that was issued, with its opening, so that everybody can check the amount against the
 * commitment.
 * @param outputId The id of an output, unique for all time, lower-case hex.
 * @param height The height of a block; genesis is 0.
 * @param amount An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 * @param blinding Blinding of the commitment, a scalar.
 */
public record Mint(
    OutputId outputId,
    long height,
    Amount amount,
    String blinding) {

  /** Reads one from JSON. */
  public static Mint read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Mint(
        in.required("outputId", OutputId::read),
        in.required("height", Json::integer),
        in.required("amount", Amount::read),
        in.required("blinding", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("outputId", outputId, OutputId::write)
        .put("height", height, Json::same)
        .put("amount", amount, Amount::write)
        .put("blinding", blinding, Json::same)
        .fields();
  }
}
