// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code token.audit}: Who did what.
 * @param tokenId Only those made with this token.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first (the default), or {@code newest} first.
 */
public record TokenAuditParams(
    Optional<TokenId> tokenId,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** Without anything, which is enough. */
  public static TokenAuditParams of() {
    return new TokenAuditParams(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those made with this token. */
  public TokenAuditParams tokenId(TokenId tokenId) {
    return new TokenAuditParams(Optional.of(tokenId), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public TokenAuditParams cursor(Cursor cursor) {
    return new TokenAuditParams(tokenId, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public TokenAuditParams cursor(Optional<Cursor> cursor) {
    return new TokenAuditParams(tokenId, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public TokenAuditParams limit(long limit) {
    return new TokenAuditParams(tokenId, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first (the default), or {@code newest} first. */
  public TokenAuditParams order(Order order) {
    return new TokenAuditParams(tokenId, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static TokenAuditParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new TokenAuditParams(
        in.optional("tokenId", TokenId::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("tokenId", tokenId, TokenId::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
