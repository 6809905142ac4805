// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.rewards}: What epochs paid.
 * @param validatorId Only what it was paid.
 * @param accountId Only what validators were paid that the account operates, or has or had stake
 * with; with what of it is the account's as {@code earned}.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 * @param order {@code oldest} first when absent. A cursor is good for the order it came from.
 */
public record StakeRewardsParams(
    Optional<ValidatorId> validatorId,
    Optional<AccountId> accountId,
    Optional<Cursor> cursor,
    Optional<Long> limit,
    Optional<Order> order) {
  /** Without anything, which is enough. */
  public static StakeRewardsParams of() {
    return new StakeRewardsParams(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only what it was paid. */
  public StakeRewardsParams validatorId(ValidatorId validatorId) {
    return new StakeRewardsParams(Optional.of(validatorId), accountId, cursor, limit, order);
  }

  /**
   * Only what validators were paid that the account operates, or has or had stake with; with what
   * of it is the account's as {@code earned}.
   */
  public StakeRewardsParams accountId(AccountId accountId) {
    return new StakeRewardsParams(validatorId, Optional.of(accountId), cursor, limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeRewardsParams cursor(Cursor cursor) {
    return new StakeRewardsParams(validatorId, accountId, Optional.of(cursor), limit, order);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public StakeRewardsParams cursor(Optional<Cursor> cursor) {
    return new StakeRewardsParams(validatorId, accountId, cursor, limit, order);
  }

  /** Items at most; 100 when absent. */
  public StakeRewardsParams limit(long limit) {
    return new StakeRewardsParams(validatorId, accountId, cursor, Optional.of(limit), order);
  }

  /** {@code oldest} first when absent. A cursor is good for the order it came from. */
  public StakeRewardsParams order(Order order) {
    return new StakeRewardsParams(validatorId, accountId, cursor, limit, Optional.of(order));
  }

  /** Reads one from JSON. */
  public static StakeRewardsParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeRewardsParams(
        in.optional("validatorId", ValidatorId::read),
        in.optional("accountId", AccountId::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer),
        in.optional("order", Order::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("validatorId", validatorId, ValidatorId::write)
        .putOptional("accountId", accountId, AccountId::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .putOptional("order", order, Order::write)
        .fields();
  }
}
