// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

/** The contract this library was made from. */
public final class Contract {
  /** Its version. */
  public static final String VERSION = "0.1.0";

  /** SHA-256 of it in canonical form; {@code node.version} tells that of the node. */
  public static final String HASH = "791331f6724867304225e67df6924680477b7fe5c693f09ed00d7c0f9e15970c";

  private Contract() {}
}
