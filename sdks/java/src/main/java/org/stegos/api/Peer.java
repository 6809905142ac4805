// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.time.Instant;
import java.util.Optional;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/**
 * A node this node is connected to.
 * @param peerId Identity of the peer on the network.
 * @param address Where it was reached.
 * @param direction Who opened the connection.
 * @param connectedAt A time, RFC 3339 in UTC with milliseconds.
 * @param height Last height it told.
 */
public record Peer(
    String peerId,
    String address,
    PeerDirection direction,
    Instant connectedAt,
    Optional<Long> height) {

  /** Reads one from JSON. */
  public static Peer read(Object json) {
    JsonObject in = JsonObject.of(json);
    return new Peer(
        in.required("peerId", Json::string),
        in.required("address", Json::string),
        in.required("direction", PeerDirection::read),
        in.required("connectedAt", Json::instant),
        in.optional("height", Json::integer));
  }

  /** Writes it as JSON. */
  public Object write() {
    return new JsonObject()
        .put("peerId", peerId, Json::same)
        .put("address", address, Json::same)
        .put("direction", direction, PeerDirection::write)
        .put("connectedAt", connectedAt, Json::text)
        .putOptional("height", height, Json::same)
        .fields();
  }
}
