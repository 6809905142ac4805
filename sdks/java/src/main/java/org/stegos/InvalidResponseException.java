package org.stegos;

/** What answered is not a Stegos node: often a proxy, or another service on that port. */
public final class InvalidResponseException extends StegosException {
  private static final long serialVersionUID = 1;

  InvalidResponseException(int status, Throwable cause) {
    // The statuses are those of a proxy while the node behind it is away.
    super(
        "invalid_response",
        "The answer is not one of a Stegos node" + (status == 0 ? "" : " (HTTP status " + status + ")"),
        status >= 502 && status <= 504,
        cause);
  }
}
