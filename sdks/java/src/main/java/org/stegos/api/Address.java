// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * An address in bech32m; its prefix names the network: {@code stg1} main, {@code tstg1} test,
 * {@code dstg1} dev. A malformed one is answered with {@code invalid_address}, one of another
 * network with {@code wrong_network}.
 * @param value the string itself
 */
public record Address(String value) {
  public Address {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static Address read(Object json) {
    return new Address(Json.string(json));
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
