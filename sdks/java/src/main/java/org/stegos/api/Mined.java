// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The new head.
 * @param height The height of a block; genesis is 0.
 */
public record Mined(
    long height) {

  /** Reads one from JSON. */
  public static Mined read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Mined(
        in.required("height", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("height", height, Json::same)
        .fields();
  }
}
