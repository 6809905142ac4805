// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code message.list}: Messages of an account.
 * @param accountId The account.
 * @param app Only those with this application tag.
 * @param direction {@code in} when absent.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record MessageListParams(
    AccountId accountId,
    Optional<String> app,
    Optional<Direction> direction,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** With what is required. */
  public static MessageListParams of(AccountId accountId) {
    return new MessageListParams(accountId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those with this application tag. */
  public MessageListParams app(String app) {
    return new MessageListParams(accountId, Optional.of(app), direction, cursor, limit, order);
  }

  /** {@code in} when absent. */
  public MessageListParams direction(Direction direction) {
    return new MessageListParams(accountId, app, Optional.of(direction), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public MessageListParams cursor(Cursor cursor) {
    return new MessageListParams(accountId, app, direction, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public MessageListParams cursor(Optional<Cursor> cursor) {
    return new MessageListParams(accountId, app, direction, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public MessageListParams limit(long limit) {
    return new MessageListParams(accountId, app, direction, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public MessageListParams order(Order order) {
    return new MessageListParams(accountId, app, direction, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static MessageListParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MessageListParams(
        in.required("accountId", AccountId::read),
        in.optional("app", Json::string),
        in.optional("direction", Direction::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("app", app, Json::same)
        .putOptional("direction", direction, Direction::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
