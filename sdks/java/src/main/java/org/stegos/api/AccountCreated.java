// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.JsonObject;

/**
 * A new account.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param address An address in bech32m; its prefix names the network: {@code stg1} main, {@code
 * tstg1} test, {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of
 * another network with {@code wrong_network}.
 * @param recoveryPhrase Write it down: it is shown this once.
 */
public record AccountCreated(
    AccountId accountId,
    Address address,
    RecoveryPhrase recoveryPhrase) {

  /** Reads one from JSON. */
  public static AccountCreated read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountCreated(
        in.required("accountId", AccountId::read),
        in.required("address", Address::read),
        in.required("recoveryPhrase", RecoveryPhrase::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("address", address, Address::write)
        .put("recoveryPhrase", recoveryPhrase, RecoveryPhrase::write)
        .fields();
  }
}
