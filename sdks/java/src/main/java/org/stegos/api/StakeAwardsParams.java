// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.awards}: Awards that are over.
 * @param period Only that of this period.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record StakeAwardsParams(
    Optional<Long> period,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** Without anything, which is enough. */
  public static StakeAwardsParams of() {
    return new StakeAwardsParams(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only that of this period. */
  public StakeAwardsParams period(long period) {
    return new StakeAwardsParams(Optional.of(period), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeAwardsParams cursor(Cursor cursor) {
    return new StakeAwardsParams(period, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeAwardsParams cursor(Optional<Cursor> cursor) {
    return new StakeAwardsParams(period, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public StakeAwardsParams limit(long limit) {
    return new StakeAwardsParams(period, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public StakeAwardsParams order(Order order) {
    return new StakeAwardsParams(period, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static StakeAwardsParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeAwardsParams(
        in.optional("period", Json::integer),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("period", period, Json::same)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
