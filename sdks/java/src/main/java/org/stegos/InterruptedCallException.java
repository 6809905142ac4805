package org.stegos;

/** The thread was interrupted while it waited: the call may have been carried out. The thread stays marked as interrupted. */
public final class InterruptedCallException extends StegosException {
  private static final long serialVersionUID = 1;

  InterruptedCallException(InterruptedException cause) {
    super("interrupted", "Interrupted", false, cause);
    Thread.currentThread().interrupt();
  }
}
