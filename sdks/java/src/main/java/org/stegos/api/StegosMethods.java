// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;

/** The methods of the contract, in their groups. */
public abstract class StegosMethods {
  /** Made by this library only. */
  protected StegosMethods() {}

  /** What carries calls out. */
  @SuppressWarnings("exports") // for this library alone
  protected abstract Caller caller();

  /** Methods of the group {@code rpc}. */
  public RpcMethods rpc() {
    return new RpcMethods(caller());
  }

  /** Methods of the group {@code node}. */
  public NodeMethods node() {
    return new NodeMethods(caller());
  }

  /** Methods of the group {@code chain}. */
  public ChainMethods chain() {
    return new ChainMethods(caller());
  }

  /** Methods of the group {@code account}. */
  public AccountMethods account() {
    return new AccountMethods(caller());
  }

  /** Methods of the group {@code payment}. */
  public PaymentMethods payment() {
    return new PaymentMethods(caller());
  }

  /** Methods of the group {@code message}. */
  public MessageMethods message() {
    return new MessageMethods(caller());
  }

  /** Methods of the group {@code stake}. */
  public StakeMethods stake() {
    return new StakeMethods(caller());
  }

  /** Methods of the group {@code token}. */
  public TokenMethods token() {
    return new TokenMethods(caller());
  }

  /** Methods of the group {@code dev}. */
  public DevMethods dev() {
    return new DevMethods(caller());
  }
}
