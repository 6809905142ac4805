// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.outputs}: Outputs of an account.
 * @param accountId The account.
 * @param status Only those that stand like this.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 */
public record AccountOutputsParams(
    AccountId accountId,
    Optional<CoinStatus> status,
    Optional<Cursor> cursor,
    Optional<Long> limit) {
  /** With what is required. */
  public static AccountOutputsParams of(AccountId accountId) {
    return new AccountOutputsParams(accountId, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those that stand like this. */
  public AccountOutputsParams status(CoinStatus status) {
    return new AccountOutputsParams(accountId, Optional.of(status), cursor, limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountOutputsParams cursor(Cursor cursor) {
    return new AccountOutputsParams(accountId, status, Optional.of(cursor), limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountOutputsParams cursor(Optional<Cursor> cursor) {
    return new AccountOutputsParams(accountId, status, cursor, limit);
  }

  /** Items at most; 100 when absent. */
  public AccountOutputsParams limit(long limit) {
    return new AccountOutputsParams(accountId, status, cursor, Optional.of(limit));
  }

  /** Reads one from JSON. */
  public static AccountOutputsParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountOutputsParams(
        in.required("accountId", AccountId::read),
        in.optional("status", CoinStatus::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("status", status, CoinStatus::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .fields();
  }
}
