// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * An account on this node.
 * @param accountId The id of an account: 8 bytes derived from its view key, the same after every
 * recovery.
 * @param name A name for people; the node gives it no meaning.
 * @param address Its main address.
 * @param locked True while the spend key is encrypted. Deposits and messages are followed all the
 * same.
 * @param viewOnly True for an account imported from a view key, which cannot spend.
 * @param passphrase Whether a passphrase protects it.
 * @param rescanning True while the chain is being read for it.
 * @param scannedHeight How far the chain has been read for it: balance, history and messages are
 * complete up to here.
 * @param targetHeight How far there is to read.
 */
public record Account(
    AccountId accountId,
    String name,
    Address address,
    boolean locked,
    boolean viewOnly,
    boolean passphrase,
    boolean rescanning,
    long scannedHeight,
    long targetHeight) {

  /** Reads one from JSON. */
  public static Account read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Account(
        in.required("accountId", AccountId::read),
        in.required("name", Json::string),
        in.required("address", Address::read),
        in.required("locked", Json::bool),
        in.required("viewOnly", Json::bool),
        in.required("passphrase", Json::bool),
        in.required("rescanning", Json::bool),
        in.required("scannedHeight", Json::integer),
        in.required("targetHeight", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("accountId", accountId, AccountId::write)
        .put("name", name, Json::same)
        .put("address", address, Address::write)
        .put("locked", locked, Json::same)
        .put("viewOnly", viewOnly, Json::same)
        .put("passphrase", passphrase, Json::same)
        .put("rescanning", rescanning, Json::same)
        .put("scannedHeight", scannedHeight, Json::same)
        .put("targetHeight", targetHeight, Json::same)
        .fields();
  }
}
