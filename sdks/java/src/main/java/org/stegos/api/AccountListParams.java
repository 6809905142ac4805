// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.list}: Accounts on this node.
 * @param internal True for those the node keeps for itself instead: on a development network that
 * of the faucet, which also operates the validator. They can be used like any other, by their id.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 */
public record AccountListParams(
    Optional<Boolean> internal,
    Optional<Cursor> cursor,
    Optional<Long> limit) {
  /** Without anything, which is enough. */
  public static AccountListParams of() {
    return new AccountListParams(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * True for those the node keeps for itself instead: on a development network that of the faucet,
   * which also operates the validator. They can be used like any other, by their id.
   */
  public AccountListParams internal(boolean internal) {
    return new AccountListParams(Optional.of(internal), cursor, limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountListParams cursor(Cursor cursor) {
    return new AccountListParams(internal, Optional.of(cursor), limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountListParams cursor(Optional<Cursor> cursor) {
    return new AccountListParams(internal, cursor, limit);
  }

  /** Items at most; 100 when absent. */
  public AccountListParams limit(long limit) {
    return new AccountListParams(internal, cursor, Optional.of(limit));
  }

  /** Reads one from JSON. */
  public static AccountListParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountListParams(
        in.optional("internal", Json::bool),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("internal", internal, Json::same)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .fields();
  }
}
