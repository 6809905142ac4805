// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Parameters of {@code dev.time}: Read or advance the clock.
 * @param advance Seconds to put it forward; 0 when absent.
 * @param idempotencyKey Makes it safe to repeat the call.
 */
public record DevTimeParams(
    Optional<Long> advance,
    Optional<String> idempotencyKey) {
  /** Without anything, which is enough. */
  public static DevTimeParams of() {
    return new DevTimeParams(Optional.empty(), Optional.empty());
  }

  /** Seconds to put it forward; 0 when absent. */
  public DevTimeParams advance(long advance) {
    return new DevTimeParams(Optional.of(advance), idempotencyKey);
  }

  /** Makes it safe to repeat the call. */
  public DevTimeParams idempotencyKey(String idempotencyKey) {
    return new DevTimeParams(advance, Optional.of(idempotencyKey));
  }

  /** Reads one from JSON. */
  public static DevTimeParams read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new DevTimeParams(
        in.optional("advance", Json::integer),
        in.optional("idempotencyKey", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .putOptional("advance", advance, Json::same)
        .putOptional("idempotencyKey", idempotencyKey, Json::same)
        .fields();
  }
}
