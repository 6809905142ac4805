// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code chain.outputs}: Outputs in order of the chain.
 * @param from First height of the first page; ignored with a cursor.
 * @param unspent Only those that are not spent.
 * @param payload Whether to give the encrypted payloads, too.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 */
public record ChainOutputsParams(
    Optional<Long> from,
    Optional<Boolean> unspent,
    Optional<Boolean> payload,
    Optional<Cursor> cursor,
    Optional<Long> limit) {
  /** Without anything, which is enough. */
  public static ChainOutputsParams of() {
    return new ChainOutputsParams(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** First height of the first page; ignored with a cursor. */
  public ChainOutputsParams from(long from) {
    return new ChainOutputsParams(Optional.of(from), unspent, payload, cursor, limit);
  }

  /** Only those that are not spent. */
  public ChainOutputsParams unspent(boolean unspent) {
    return new ChainOutputsParams(from, Optional.of(unspent), payload, cursor, limit);
  }

  /** Whether to give the encrypted payloads, too. */
  public ChainOutputsParams payload(boolean payload) {
    return new ChainOutputsParams(from, unspent, Optional.of(payload), cursor, limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public ChainOutputsParams cursor(Cursor cursor) {
    return new ChainOutputsParams(from, unspent, payload, Optional.of(cursor), limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public ChainOutputsParams cursor(Optional<Cursor> cursor) {
    return new ChainOutputsParams(from, unspent, payload, cursor, limit);
  }

  /** Items at most; 100 when absent. */
  public ChainOutputsParams limit(long limit) {
    return new ChainOutputsParams(from, unspent, payload, cursor, Optional.of(limit));
  }

  /** Reads one from JSON. */
  public static ChainOutputsParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainOutputsParams(
        in.optional("from", Json::integer),
        in.optional("unspent", Json::bool),
        in.optional("payload", Json::bool),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("from", from, Json::same)
        .putOptional("unspent", unspent, Json::same)
        .putOptional("payload", payload, Json::same)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .fields();
  }
}
