// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code account.addresses}: Addresses of an account.
 * @param accountId The account.
 * @param cursor Goes on after the page that gave it as {@code next}. Absent: from the beginning.
 * @param limit Items at most; 100 when absent.
 */
public record AccountAddressesParams(
    AccountId accountId,
    Optional<Cursor> cursor,
    Optional<Long> limit) {
  /** With what is required. */
  public static AccountAddressesParams of(AccountId accountId) {
    return new AccountAddressesParams(accountId, Optional.empty(), Optional.empty());
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountAddressesParams cursor(Cursor cursor) {
    return new AccountAddressesParams(accountId, Optional.of(cursor), limit);
  }

  /** Goes on after the page that gave it as {@code next}. Absent: from the beginning. */
  public AccountAddressesParams cursor(Optional<Cursor> cursor) {
    return new AccountAddressesParams(accountId, cursor, limit);
  }

  /** Items at most; 100 when absent. */
  public AccountAddressesParams limit(long limit) {
    return new AccountAddressesParams(accountId, cursor, Optional.of(limit));
  }

  /** Reads one from JSON. */
  public static AccountAddressesParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountAddressesParams(
        in.required("accountId", AccountId::read),
        in.optional("cursor", Cursor::read),
        in.optional("limit", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .putOptional("cursor", cursor, Cursor::write)
        .putOptional("limit", limit, Json::same)
        .fields();
  }
}
