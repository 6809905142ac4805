// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.list}: Stakes of an account.
 * @param accountId The account.
 * @param status Only those that stand like this.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record StakeListParams(
    AccountId accountId,
    Optional<StakeStatus> status,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** With what is required. */
  public static StakeListParams of(AccountId accountId) {
    return new StakeListParams(accountId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those that stand like this. */
  public StakeListParams status(StakeStatus status) {
    return new StakeListParams(accountId, Optional.of(status), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeListParams cursor(Cursor cursor) {
    return new StakeListParams(accountId, status, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeListParams cursor(Optional<Cursor> cursor) {
    return new StakeListParams(accountId, status, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public StakeListParams limit(long limit) {
    return new StakeListParams(accountId, status, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public StakeListParams order(Order order) {
    return new StakeListParams(accountId, status, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static StakeListParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeListParams(
        in.required("accountId", AccountId::read),
        in.optional("status", StakeStatus::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("status", status, StakeStatus::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
