// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.List;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters are missing, unknown or ill-formed.
 * @param retryable Whether the same call may succeed later.
 * @param faults Every fault, up to 16.
 */
public record InvalidParamsData(
    boolean retryable,
    List<Fault> faults) {

  /** Reads one from JSON. */
  public static InvalidParamsData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidParamsData(
        in.required("retryable", Json::bool),
        in.required("faults", Json.list(Fault::read)));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("faults", faults, Json.array(Fault::write))
        .fields();
  }
}
