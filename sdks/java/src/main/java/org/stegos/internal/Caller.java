package org.stegos.internal;

import java.util.function.Function;

/** What carries calls out. */
public interface Caller {
  /**
   * Makes a call.
   *
   * @param keyed whether it takes an idempotency key
   * @param read what reads the result
   */
  <T> T call(String method, Object params, boolean keyed, Function<Object, T> read);
}
