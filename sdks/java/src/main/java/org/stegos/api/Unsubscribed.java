// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A closed subscription.
 * @param subscription Its id.
 * @param cursor Up to where events were sent.
 */
public record Unsubscribed(
    String subscription,
    Cursor cursor) {

  /** Reads one from JSON. */
  public static Unsubscribed read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Unsubscribed(
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
