package org.stegos;

/** The node cannot be reached, or the connection broke before the answer came: the call may have been carried out. */
public final class ConnectionLostException extends StegosException {
  private static final long serialVersionUID = 1;

  ConnectionLostException(String url, Throwable cause) {
    super("connection_lost", "No connection to " + url, true, cause);
  }
}
