// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code chain.blocks}: Blocks in order.
 * @param from First height of the first page; ignored with a cursor.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record ChainBlocksParams(
    Optional<Long> from,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** Without anything, which is enough. */
  public static ChainBlocksParams of() {
    return new ChainBlocksParams(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** First height of the first page; ignored with a cursor. */
  public ChainBlocksParams from(long from) {
    return new ChainBlocksParams(Optional.of(from), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public ChainBlocksParams cursor(Cursor cursor) {
    return new ChainBlocksParams(from, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public ChainBlocksParams cursor(Optional<Cursor> cursor) {
    return new ChainBlocksParams(from, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public ChainBlocksParams limit(long limit) {
    return new ChainBlocksParams(from, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public ChainBlocksParams order(Order order) {
    return new ChainBlocksParams(from, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static ChainBlocksParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainBlocksParams(
        in.optional("from", Json::integer),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("from", from, Json::same)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
