// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;

/** Methods of the group {@code dev}. */
public final class DevMethods {
  private final Caller caller;

  DevMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Free coins. Pays from the faucet of the development network.
   *
   * @throws RefusedException {@link RefusedException.DevOnly}, {@link RefusedException.InvalidAddress}, {@link
   * RefusedException.WrongNetwork}, {@link RefusedException.InsufficientFunds}, {@link RefusedException.NotReady},
   * {@link RefusedException.IdempotencyConflict}
   */
  public FaucetPayment faucet(DevFaucetParams params) {
    return caller.call("dev.faucet", params.write(), true, FaucetPayment::read);
  }

  /**
   * Make blocks now. Returns when they are final.
   *
   * @throws RefusedException {@link RefusedException.DevOnly}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}
   */
  public Mined mine(DevMineParams params) {
    return caller.call("dev.mine", params.write(), true, Mined::read);
  }

  /** Make blocks now, with nothing but what is usual. */
  public Mined mine() {
    return mine(DevMineParams.of());
  }

  /**
   * Read or advance the clock. The development network has a clock of its own, which can be put
   * forward, never back.
   *
   * @throws RefusedException {@link RefusedException.DevOnly}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}
   */
  public DevTime time(DevTimeParams params) {
    return caller.call("dev.time", params.write(), true, DevTime::read);
  }

  /** Read or advance the clock, with nothing but what is usual. */
  public DevTime time() {
    return time(DevTimeParams.of());
  }
}
