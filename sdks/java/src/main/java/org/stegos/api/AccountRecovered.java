// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * An account restored from its phrase.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param address An address in bech32m; its prefix names the network: {@code stg1} main, {@code
 * tstg1} test, {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of
 * another network with {@code wrong_network}.
 */
public record AccountRecovered(
    AccountId accountId,
    Address address) {

  /** Reads one from JSON. */
  public static AccountRecovered read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountRecovered(
        in.required("accountId", AccountId::read),
        in.required("address", Address::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("address", address, Address::write)
        .fields();
  }
}
