// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A change of commission that is on its way.
 * @param commission A share in hundredths of a per cent.
 * @param from The epoch from which it holds.
 */
public record CommissionChange(
    long commission,
    long from) {

  /** Reads one from JSON. */
  public static CommissionChange read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new CommissionChange(
        in.required("commission", Json::integer),
        in.required("from", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("commission", commission, Json::same)
        .put("from", from, Json::same)
        .fields();
  }
}
