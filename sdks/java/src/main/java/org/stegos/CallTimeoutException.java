package org.stegos;

/** No answer within that time: the call may have been carried out. */
public final class CallTimeoutException extends StegosException {
  private static final long serialVersionUID = 1;

  CallTimeoutException(java.time.Duration time) {
    super("timeout", "No answer within " + time.toMillis() + " ms", true, null);
  }
}
