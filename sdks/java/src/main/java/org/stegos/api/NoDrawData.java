// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * No award is drawn at present, or its draw has no seed yet: see stake.award.
 * @param retryable Whether the same call may succeed later.
 * @param state {@code open}: no draw is under way. {@code frozen}: one is, and its seed is not
 * there yet.
 */
public record NoDrawData(
    boolean retryable,
    NoDrawDataState state) {

  /** Reads one from JSON. */
  public static NoDrawData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NoDrawData(
        in.required("retryable", Json::bool),
        in.required("state", NoDrawDataState::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("state", state, NoDrawDataState::write)
        .fields();
  }
}
