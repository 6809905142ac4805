// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What transactions cost: the fee depends on the number of inputs and outputs alone.
 * @param ordinary The shape of an ordinary payment or message.
 * @param shapes Every shape the network carries.
 */
public record Fees(
    ShapeFee ordinary,
    List<ShapeFee> shapes) {

  /** Reads one from JSON. */
  public static Fees read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Fees(
        in.required("ordinary", ShapeFee::read),
        in.required("shapes", Json.list(ShapeFee::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("ordinary", ordinary, ShapeFee::write)
        .put("shapes", shapes, Json.array(ShapeFee::write))
        .fields();
  }
}
