// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Map;
import org.stegos.internal.Caller;
import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** Methods of the group {@code rpc}. */
public final class RpcMethods {
  private final Caller caller;

  RpcMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * The contract. Returns the OpenRPC document this node serves, the same as {@code GET
   * /openrpc.json}.
   */
  public Map<String, Object> discover() {
    return caller.call("rpc.discover", new JsonObject().fields(), false, Json::object);
  }
}
