// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

/** The contract this library was made from. */
public final class Contract {
  /** Its version. */
  public static final String VERSION = "0.1.0";

  /** SHA-256 of it in canonical form; {@code node.version} tells that of the node. */
  public static final String HASH = "41c0a694ec8c0cefdd8f9de809119b62c6bea2bd263c6af76b6f03ac07a7f80a";

  private Contract() {}
}
