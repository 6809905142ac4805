// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.Amount;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * What an account owns; total = available + pending + locked + staked.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param available Can be spent now.
 * @param pending Comes with transactions that are broadcast and not yet final: payments to the
 * account, and the change of its own.
 * @param locked Held for payments and messages that are created and not yet broadcast.
 * @param staked Staked, and on its way there or out.
 * @param total All of it.
 * @param height The block up to which this holds.
 */
public record Balance(
    AccountId accountId,
    Amount available,
    Amount pending,
    Amount locked,
    Amount staked,
    Amount total,
    long height) {

  /** Reads one from JSON. */
  public static Balance read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Balance(
        in.required("accountId", AccountId::read),
        in.required("available", Amount::read),
        in.required("pending", Amount::read),
        in.required("locked", Amount::read),
        in.required("staked", Amount::read),
        in.required("total", Amount::read),
        in.required("height", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("available", available, Amount::write)
        .put("pending", pending, Amount::write)
        .put("locked", locked, Amount::write)
        .put("staked", staked, Amount::write)
        .put("total", total, Amount::write)
        .put("height", height, Json::same)
        .fields();
  }
}
