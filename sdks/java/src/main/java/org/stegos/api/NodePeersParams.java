// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code node.peers}: Nodes it is connected to.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 */
public record NodePeersParams(
    Optional<Cursor> cursor,
    Optional<Long> limit) {
  /** Without anything, which is enough. */
  public static NodePeersParams of() {
    return new NodePeersParams(Optional.empty(), Optional.empty());
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public NodePeersParams cursor(Cursor cursor) {
    return new NodePeersParams(Optional.of(cursor), limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public NodePeersParams cursor(Optional<Cursor> cursor) {
    return new NodePeersParams(cursor, limit);
  }

  /** Items at most; 100 when absent. */
  public NodePeersParams limit(long limit) {
    return new NodePeersParams(cursor, Optional.of(limit));
  }

  /** Reads one from JSON. */
  public static NodePeersParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NodePeersParams(
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .fields();
  }
}
