// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Unlock it with {@code account.unlock} first.
 * @param retryable Whether the same call may succeed later.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 */
public record AccountLockedData(
    boolean retryable,
    AccountId accountId) {

  /** Reads one from JSON. */
  public static AccountLockedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountLockedData(
        in.required("retryable", Json::bool),
        in.required("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("accountId", accountId, AccountId::write)
        .fields();
  }
}
