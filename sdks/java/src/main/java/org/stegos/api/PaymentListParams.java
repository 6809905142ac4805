// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code payment.list}: Payments of an account.
 * @param accountId The account.
 * @param direction Only those sent, or only those received.
 * @param status Only those that stand like this.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record PaymentListParams(
    AccountId accountId,
    Optional<Direction> direction,
    Optional<PaymentStatus> status,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** With what is required. */
  public static PaymentListParams of(AccountId accountId) {
    return new PaymentListParams(accountId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those sent, or only those received. */
  public PaymentListParams direction(Direction direction) {
    return new PaymentListParams(accountId, Optional.of(direction), status, cursor, limit, order);
  }

  /** Only those that stand like this. */
  public PaymentListParams status(PaymentStatus status) {
    return new PaymentListParams(accountId, direction, Optional.of(status), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public PaymentListParams cursor(Cursor cursor) {
    return new PaymentListParams(accountId, direction, status, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public PaymentListParams cursor(Optional<Cursor> cursor) {
    return new PaymentListParams(accountId, direction, status, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public PaymentListParams limit(long limit) {
    return new PaymentListParams(accountId, direction, status, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public PaymentListParams order(Order order) {
    return new PaymentListParams(accountId, direction, status, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static PaymentListParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new PaymentListParams(
        in.required("accountId", AccountId::read),
        in.optional("direction", Direction::read),
        in.optional("status", PaymentStatus::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("direction", direction, Direction::write)
        .putOptional("status", status, PaymentStatus::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
