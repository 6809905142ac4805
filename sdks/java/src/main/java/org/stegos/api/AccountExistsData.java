// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The phrase or the view key belongs to an account this node has.
 * @param retryable Whether the same call may succeed later.
 * @param accountId Use that one.
 * @param name A name for people; the node gives it no meaning.
 */
public record AccountExistsData(
    boolean retryable,
    AccountId accountId,
    String name) {

  /** Reads one from JSON. */
  public static AccountExistsData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new AccountExistsData(
        in.required("retryable", Json::bool),
        in.required("accountId", AccountId::read),
        in.required("name", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("accountId", accountId, AccountId::write)
        .put("name", name, Json::same)
        .fields();
  }
}
