// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * One thing that is wrong with the parameters.
 * @param pointer JSON pointer (RFC 6901) into the parameters; empty for the parameters as a whole.
 * @param message What is wrong there.
 */
public record Fault(
    String pointer,
    String message) {

  /** Reads one from JSON. */
  public static Fault read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Fault(
        in.required("pointer", Json::string),
        in.required("message", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("pointer", pointer, Json::same)
        .put("message", message, Json::same)
        .fields();
  }
}
