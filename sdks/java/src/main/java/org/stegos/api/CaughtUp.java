// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Everything that had happened when the subscription began has been told; from here on events are
 * live.
 */
public record CaughtUp() {

  /** Reads one from JSON. */
  public static CaughtUp read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new CaughtUp();
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .fields();
  }
}
