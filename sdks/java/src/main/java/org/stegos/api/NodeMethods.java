// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;
import org.stegos.internal.JsonObject;

/** Methods of the group {@code node}. */
public final class NodeMethods {
  private final Caller caller;

  NodeMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * State of the node. Answers at any time, also while the node starts, follows the chain or
   * proves, and says what it is doing.
   */
  public NodeStatus status() {
    return caller.call("node.status", new JsonObject().fields(), false, NodeStatus::read);
  }

  /**
   * Nodes it is connected to. A node on its own, such as a development network, has none.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}
   */
  public PeerPage peers(NodePeersParams params) {
    return caller.call("node.peers", params.write(), false, PeerPage::read);
  }

  /** Nodes it is connected to, with nothing but what is usual. */
  public PeerPage peers() {
    return peers(NodePeersParams.of());
  }

  /** Versions. Versions of the software, of the contract and of what it runs on. */
  public NodeVersion version() {
    return caller.call("node.version", new JsonObject().fields(), false, NodeVersion::read);
  }
}
