// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Catching up with the network: headers and certificates are fetched and verified first, then the
 * blocks.
 * @param from Height of the last block it had when it began.
 * @param height Height of the last final block it has now.
 * @param headers Height of the last header whose certificate it has verified.
 * @param target Height of the last block that a neighbour says it has. That is only believed as
 * far as {@code headers} has come.
 * @param blocksPerSecond Blocks checked and stored each second, over the last ten.
 * @param peers How many nodes are being asked for blocks.
 */
public record SyncProgress(
    long from,
    long height,
    long headers,
    long target,
    double blocksPerSecond,
    long peers) {

  /** Reads one from JSON. */
  public static SyncProgress read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new SyncProgress(
        in.required("from", Json::integer),
        in.required("height", Json::integer),
        in.required("headers", Json::integer),
        in.required("target", Json::integer),
        in.required("blocksPerSecond", Json::number),
        in.required("peers", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("from", from, Json::same)
        .put("height", height, Json::same)
        .put("headers", headers, Json::same)
        .put("target", target, Json::same)
        .put("blocksPerSecond", blocksPerSecond, Json::same)
        .put("peers", peers, Json::same)
        .fields();
  }
}
