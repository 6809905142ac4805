// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Valid JSON, but not a JSON-RPC 2.0 request: {@code jsonrpc} must be "2.0", {@code method} a
 * string, {@code params} an object, {@code id} a string, a number within 2^53 of zero or null.
 * @param retryable Whether the same call may succeed later.
 * @param reason What is wrong.
 */
public record InvalidRequestData(
    boolean retryable,
    Optional<String> reason) {

  /** Reads one from JSON. */
  public static InvalidRequestData read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new InvalidRequestData(
        in.required("retryable", Json::bool),
        in.optional("reason", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("retryable", retryable, Json::same)
        .putOptional("reason", reason, Json::same)
        .fields();
  }
}
