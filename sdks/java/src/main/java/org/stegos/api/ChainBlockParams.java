// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;
import org.stegos.internal.JsonObject;

/** Parameters of {@code chain.block}: One block. Exactly one of them is given. */
public final class ChainBlockParams {
  private final Object json;

  private ChainBlockParams(Object json) {
    this.json = json;
  }

  /** Its height. */
  public static ChainBlockParams byHeight(long height) {
    return new ChainBlockParams(new JsonObject().put("height", height, Json::same).fields());
  }

  /** Its id. */
  public static ChainBlockParams byId(BlockId id) {
    return new ChainBlockParams(new JsonObject().put("id", id, BlockId::write).fields());
  }

  /** Reads one from JSON. */
  public static ChainBlockParams read(Object json) {
    return new ChainBlockParams(JsonObject.of(json).fields());
  }

  /** Writes it as JSON. */
  public Object write() {
    return json;
  }
}
