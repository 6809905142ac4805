// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An open subscription.
 * @param subscription Its id on this connection.
 * @param cursor Where it starts: events after this.
 */
public record Subscribed(
    String subscription,
    Cursor cursor) {

  /** Reads one from JSON. */
  public static Subscribed read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Subscribed(
        in.required("subscription", Json::string),
        in.required("cursor", Cursor::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("subscription", subscription, Json::same)
        .put("cursor", cursor, Cursor::write)
        .fields();
  }
}
