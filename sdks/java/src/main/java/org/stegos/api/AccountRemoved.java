// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * The account that is gone from this node.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 */
public record AccountRemoved(
    AccountId accountId) {

  /** Reads one from JSON. */
  public static AccountRemoved read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountRemoved(
        in.required("accountId", AccountId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .fields();
  }
}
