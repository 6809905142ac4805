package org.stegos;

import java.util.Optional;

/**
 * A call or a stream failed. What the node refused is a {@link org.stegos.api.RefusedException}, with a class for each error of
 * the contract; what arises on this side is a {@link ConnectionLostException}, {@link CallTimeoutException},
 * {@link InvalidResponseException} or {@link InterruptedCallException}.
 */
public abstract class StegosException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String symbol;
  private final boolean retryable;
  private String method;
  private String idempotencyKey;

  /** Made by this library only. */
  protected StegosException(String symbol, String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.symbol = symbol;
    this.retryable = retryable;
  }

  /** What happened in one word, such as {@code insufficient_funds}. */
  public final String symbol() {
    return symbol;
  }

  /** Whether the same call may succeed later. The client has tried several times already. */
  public final boolean isRetryable() {
    return retryable;
  }

  /** The method that was called. */
  public final Optional<String> method() {
    return Optional.ofNullable(method);
  }

  /** The key the call was made with: calling again with it and the same parameters never has a second effect. */
  public final Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  @Override
  public String getMessage() {
    return super.getMessage() + " (" + symbol + ")";
  }

  final void ofCall(String method, String idempotencyKey) {
    this.method = method;
    this.idempotencyKey = idempotencyKey;
  }
}
