// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Which contract the node serves.
 * @param version Version of the contract ({@code info.version}).
 * @param hash SHA-256 of the contract in canonical form (keys sorted, no white space).
 */
public record ContractVersion(
    String version,
    String hash) {

  /** Reads one from JSON. */
  public static ContractVersion read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new ContractVersion(
        in.required("version", Json::string),
        in.required("hash", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("version", version, Json::same)
        .put("hash", hash, Json::same)
        .fields();
  }
}
