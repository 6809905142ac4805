// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An address of an account. Nobody can link two of them without the view key.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param address An address in bech32m; its prefix names the network: {@code stg1} main, {@code
 * tstg1} test, {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of
 * another network with {@code wrong_network}.
 * @param index 0 for the main address, then counting up.
 * @param label A name for people.
 */
public record AccountAddress(
    AccountId accountId,
    Address address,
    long index,
    String label) {

  /** Reads one from JSON. */
  public static AccountAddress read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountAddress(
        in.required("accountId", AccountId::read),
        in.required("address", Address::read),
        in.required("index", Json::integer),
        in.required("label", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("address", address, Address::write)
        .put("index", index, Json::same)
        .put("label", label, Json::same)
        .fields();
  }
}
