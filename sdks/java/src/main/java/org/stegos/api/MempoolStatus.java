// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Transactions that wait for a block.
 * @param transactions How many.
 * @param bytes Bytes together.
 */
public record MempoolStatus(
    long transactions,
    long bytes) {

  /** Reads one from JSON. */
  public static MempoolStatus read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new MempoolStatus(
        in.required("transactions", Json::integer),
        in.required("bytes", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("transactions", transactions, Json::same)
        .put("bytes", bytes, Json::same)
        .fields();
  }
}
