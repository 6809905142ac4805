// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * The chain has no such block, or not yet.
 * @param retryable Whether the same call may succeed later.
 * @param height The height of a block; genesis is 0.
 * @param id The id of a block: the hash of its header, lower-case hex.
 */
public record BlockNotFoundData(
    boolean retryable,
    Optional<Long> height,
    Optional<BlockId> id) {

  /** Reads one from JSON. */
  public static BlockNotFoundData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new BlockNotFoundData(
        in.required("retryable", Json::bool),
        in.optional("height", Json::integer),
        in.optional("id", BlockId::read));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .putOptional("height", height, Json::same)
        .putOptional("id", id, BlockId::write)
        .fields();
  }
}
