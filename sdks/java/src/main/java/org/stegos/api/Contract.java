// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

/** The contract this library was made from. */
public final class Contract {
  /** Its version. */
  public static final String VERSION = "0.1.0";

  /** SHA-256 of it in canonical form; {@code node.version} tells that of the node. */
  public static final String HASH = "5f892267c041899b0a5f317a0833ac3c5aaeffcb553415f9a16923a908cfcd1d";

  private Contract() {}
}
