// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A shape of transactions and its fee.
 * @param inputs Number of inputs.
 * @param outputs Number of outputs.
 * @param fee An amount in base units as a decimal string, from "0" to "18446744073709551615". 1
 * STG is 1 000 000 base units.
 */
public record ShapeFee(
    long inputs,
    long outputs,
    Amount fee) {

  /** Reads one from JSON. */
  public static ShapeFee read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ShapeFee(
        in.required("inputs", Json::integer),
        in.required("outputs", Json::integer),
        in.required("fee", Amount::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("inputs", inputs, Json::same)
        .put("outputs", outputs, Json::same)
        .put("fee", fee, Amount::write)
        .fields();
  }
}
