// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.slashings}: Stake that was burnt.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record StakeSlashingsParams(
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** Without anything, which is enough. */
  public static StakeSlashingsParams of() {
    return new StakeSlashingsParams(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeSlashingsParams cursor(Cursor cursor) {
    return new StakeSlashingsParams(Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeSlashingsParams cursor(Optional<Cursor> cursor) {
    return new StakeSlashingsParams(cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public StakeSlashingsParams limit(long limit) {
    return new StakeSlashingsParams(cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public StakeSlashingsParams order(Order order) {
    return new StakeSlashingsParams(cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static StakeSlashingsParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeSlashingsParams(
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
