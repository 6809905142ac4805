// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An id that a call made or changed.
 * @param type What an id is of.
 * @param id The id.
 */
public record AuditId(
    AuditIdType type,
    String id) {

  /** Reads one from JSON. */
  public static AuditId read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AuditId(
        in.required("type", AuditIdType::read),
        in.required("id", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("type", type, AuditIdType::write)
        .put("id", id, Json::same)
        .fields();
  }
}
