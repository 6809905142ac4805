// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * The view key of an account.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param viewKey The view key of an account: finds and reads everything, spends nothing.
 */
public record AccountViewKey(
    AccountId accountId,
    ViewKey viewKey) {

  /** Reads one from JSON. */
  public static AccountViewKey read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountViewKey(
        in.required("accountId", AccountId::read),
        in.required("viewKey", ViewKey::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("viewKey", viewKey, ViewKey::write)
        .fields();
  }
}
