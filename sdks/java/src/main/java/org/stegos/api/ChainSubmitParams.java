// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code chain.submit}: Hand on a transaction made elsewhere.
 * @param transaction Its bytes.
 */
public record ChainSubmitParams(
    String transaction) {
  /** With what is required. */
  public static ChainSubmitParams of(String transaction) {
    return new ChainSubmitParams(transaction);
  }

  /** Reads one from JSON. */
  public static ChainSubmitParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ChainSubmitParams(
        in.required("transaction", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transaction", transaction, Json::same)
        .fields();
  }
}
