// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Objects;
import org.stegos.internal.Json;

/**
 * What names a stake of an account from its deposit to the end of its withdrawal, and again after
 * the account is recovered from its phrase; lower-case hex. An operator's own stake has the id of
 * its validator.
 * @param value the string itself
 */
public record StakeId(String value) {
  public StakeId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads one from JSON. */
  public static StakeId read(Object json) {
    return new StakeId(Json.string(json));
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
