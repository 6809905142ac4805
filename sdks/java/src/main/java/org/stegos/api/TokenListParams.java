// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code token.list}: Tokens.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 */
public record TokenListParams(
    Optional<Cursor> cursor,
    Optional<Long> limit) {
  /** Without anything, which is enough. */
  public static TokenListParams of() {
    return new TokenListParams(Optional.empty(), Optional.empty());
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public TokenListParams cursor(Cursor cursor) {
    return new TokenListParams(Optional.of(cursor), limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public TokenListParams cursor(Optional<Cursor> cursor) {
    return new TokenListParams(cursor, limit);
  }

  /** Items at most; 100 when absent. */
  public TokenListParams limit(long limit) {
    return new TokenListParams(cursor, Optional.of(limit));
  }

  /** Reads one from JSON. */
  public static TokenListParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenListParams(
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
