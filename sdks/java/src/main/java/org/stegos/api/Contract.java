// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

/** The contract this library was made from. */
public final class Contract {
  /** Its version. */
  public static final String VERSION = "0.1.0";

  /** SHA-256 of it in canonical form; {@code node.version} tells that of the node. */
  public static final String HASH = "e0634d350b7db8ccd63c20e7260001357eff22a50efd611d62f80209535a3f18";

  private Contract() {}
}
