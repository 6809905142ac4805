// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * This node prunes, or began with a snapshot: of blocks below {@code earliestHeight} it keeps
 * headers and certificates alone. An archive node has the rest.
 * @param retryable Whether the same call may succeed later.
 * @param height Of the first block that is missing.
 * @param earliestHeight The lowest height from which on the node has every block.
 */
public record BlockPrunedData(
    boolean retryable,
    long height,
    long earliestHeight) {

  /** Reads one from JSON. */
  public static BlockPrunedData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new BlockPrunedData(
        in.required("retryable", Json::bool),
        in.required("height", Json::integer),
        in.required("earliestHeight", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .put("height", height, Json::same)
        .put("earliestHeight", earliestHeight, Json::same)
        .fields();
  }
}
