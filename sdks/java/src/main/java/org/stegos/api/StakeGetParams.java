// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code stake.get}: One stake.
 * @param accountId The account.
 * @param stakeId Its id.
 */
public record StakeGetParams(
    AccountId accountId,
    StakeId stakeId) {
  /** With what is required. */
  public static StakeGetParams of(AccountId accountId, StakeId stakeId) {
    return new StakeGetParams(accountId, stakeId);
  }

  /** Reads one from JSON. */
  public static StakeGetParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new StakeGetParams(
        in.required("accountId", AccountId::read),
        in.required("stakeId", StakeId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("stakeId", stakeId, StakeId::write)
        .fields();
  }
}
