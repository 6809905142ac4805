// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

/** The contract this library was made from. */
public final class Contract {
  /** Its version. */
  public static final String VERSION = "0.1.0";

  /** SHA-256 of it in canonical form; {@code node.version} tells that of the node. */
  public static final String HASH = "6f8c7f41fad64900fdef050a85b5decbe32bb81296dd2c15d3dd6172f768ccaa";

  private Contract() {}
}
