// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The clock of the network.
 * @param time A time, RFC 3339 in UTC with milliseconds.
 */
public record DevTime(
    Instant time) {

  /** Reads one from JSON. */
  public static DevTime read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new DevTime(
        in.required("time", Json::instant));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("time", time, Json::text)
        .fields();
  }
}
