// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * The subscription has ended. Nothing was skipped: subscribe from the cursor to go on.
 * @param reason {@code slow_reader}: the connection did not take events for too long. {@code
 * retention}: events after the cursor are no longer kept. {@code shutdown}: the node is going
 * down. {@code internal}: a fault of the node. {@code token_expired}, {@code token_revoked}: the
 * token of the connection has ended, and the connection is closed.
 * @param cursor Up to where events were sent.
 */
public record Stop(
    StopReason reason,
    Cursor cursor) {

  /** Reads one from JSON. */
  public static Stop read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Stop(
        in.required("reason", StopReason::read),
        in.required("cursor", Cursor::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("reason", reason, StopReason::write)
        .put("cursor", cursor, Cursor::write)
        .fields();
  }
}
