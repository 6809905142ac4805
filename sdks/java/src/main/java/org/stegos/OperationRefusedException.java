package org.stegos;

import org.stegos.api.RefusedOperation;

/** What {@link StegosClient#waitForStake} waited for will never be in a block: the stake is as it was. */
public final class OperationRefusedException extends StegosException {
  private static final long serialVersionUID = 1;
  private final transient RefusedOperation data;

  OperationRefusedException(RefusedOperation refused) {
    super("operation_refused", message(refused), false, null);
    this.data = refused;
  }

  /** The operation, and why it failed. */
  public RefusedOperation data() {
    return data;
  }

  private static String message(RefusedOperation refused) {
    String why = refused.reason().value() + refused.rule().map(rule -> ": " + rule).orElse("");
    return "The operation " + refused.operation().value() + " will never be in a block (" + why + ")";
  }
}
