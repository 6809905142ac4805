// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * Versions.
 * @param version Version of the node software.
 * @param contract Which contract the node serves.
 * @param runtime What it runs on, such as "node 24.21.0".
 */
public record NodeVersion(
    String version,
    ContractVersion contract,
    String runtime) {

  /** Reads one from JSON. */
  public static NodeVersion read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new NodeVersion(
        in.required("version", Json::string),
        in.required("contract", ContractVersion::read),
        in.required("runtime", Json::string));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("version", version, Json::same)
        .put("contract", contract, ContractVersion::write)
        .put("runtime", runtime, Json::same)
        .fields();
  }
}
