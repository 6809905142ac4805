// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.validators}: Validators.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record StakeValidatorsParams(
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** Without anything, which is enough. */
  public static StakeValidatorsParams of() {
    return new StakeValidatorsParams(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeValidatorsParams cursor(Cursor cursor) {
    return new StakeValidatorsParams(Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeValidatorsParams cursor(Optional<Cursor> cursor) {
    return new StakeValidatorsParams(cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public StakeValidatorsParams limit(long limit) {
    return new StakeValidatorsParams(cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public StakeValidatorsParams order(Order order) {
    return new StakeValidatorsParams(cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static StakeValidatorsParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeValidatorsParams(
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
