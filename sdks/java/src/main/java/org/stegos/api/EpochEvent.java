// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An epoch began.
 * @param epoch An epoch; the first one has number 1.
 * @param height The last block of the one before.
 * @param members Validators in its set.
 */
public record EpochEvent(
    long epoch,
    long height,
    long members) {

  /** Reads one from JSON. */
  public static EpochEvent read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new EpochEvent(
        in.required("epoch", Json::integer),
        in.required("height", Json::integer),
        in.required("members", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("epoch", epoch, Json::same)
        .put("height", height, Json::same)
        .put("members", members, Json::same)
        .fields();
  }
}
