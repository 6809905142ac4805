// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code dev.mine}: Make blocks now.
 * @param blocks How many; 1 when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record DevMineParams(
    Optional<Long> blocks,
    Optional<String> idempotencyKey) {
  /** Without anything, which is enough. */
  public static DevMineParams of() {
    return new DevMineParams(Optional.empty(), Optional.empty());
  }

  /** How many; 1 when absent. */
  public DevMineParams blocks(long blocks) {
    return new DevMineParams(Optional.of(blocks), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public DevMineParams idempotencyKey(String idempotencyKey) {
    return new DevMineParams(blocks, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static DevMineParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new DevMineParams(
        in.optional("blocks", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("blocks", blocks, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
