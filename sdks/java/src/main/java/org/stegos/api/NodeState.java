// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/**
 * What the node is doing: {@code starting} (opening its data), {@code syncing} (following the
 * chain up to its head, or fetching the snapshot it begins with), {@code rescanning} (reading the
 * chain again for an account), {@code ready}.
 */
public enum NodeState {
  /** {@code starting} */
  STARTING("starting"),
  /** {@code syncing} */
  SYNCING("syncing"),
  /** {@code rescanning} */
  RESCANNING("rescanning"),
  /** {@code ready} */
  READY("ready"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  NodeState(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static NodeState read(Object json) {
    String value = Json.string(json);
    for (NodeState each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }
}
