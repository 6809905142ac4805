// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.history}: What happened to an account.
 * @param accountId The account.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record AccountHistoryParams(
    AccountId accountId,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** With what is required. */
  public static AccountHistoryParams of(AccountId accountId) {
    return new AccountHistoryParams(accountId, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountHistoryParams cursor(Cursor cursor) {
    return new AccountHistoryParams(accountId, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountHistoryParams cursor(Optional<Cursor> cursor) {
    return new AccountHistoryParams(accountId, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public AccountHistoryParams limit(long limit) {
    return new AccountHistoryParams(accountId, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public AccountHistoryParams order(Order order) {
    return new AccountHistoryParams(accountId, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static AccountHistoryParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountHistoryParams(
        in.required("accountId", AccountId::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
