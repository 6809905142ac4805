// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Beginning with a snapshot instead of all blocks: headers and certificates are fetched and
 * verified first, then the snapshot of one of these heights, in chunks.
 * @param headers Height of the last header whose certificate it has verified.
 * @param target Height of the last block that a neighbour says it has. That is only believed as
 * far as {@code headers} has come.
 * @param height Height of the snapshot that is being fetched; absent until the first part of one
 * is there.
 * @param done How many chunks of it are stored.
 * @param chunks How many chunks it has; 0 until the first is there.
 */
public record SnapshotProgress(
    long headers,
    long target,
    Optional<Long> height,
    long done,
    long chunks) {

  /** Reads one from JSON. */
  public static SnapshotProgress read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new SnapshotProgress(
        in.required("headers", Json::integer),
        in.required("target", Json::integer),
        in.optional("height", Json::integer),
        in.required("done", Json::integer),
        in.required("chunks", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("headers", headers, Json::same)
        .put("target", target, Json::same)
        .putOptional("height", height, Json::same)
        .put("done", done, Json::same)
        .put("chunks", chunks, Json::same)
        .fields();
  }
}
