// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;

/** Methods of the group {@code message}. */
public final class MessageMethods {
  private final Caller caller;

  MessageMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Send data. A message is a payment of zero: from outside nothing tells them apart. A long body
   * is split over several transactions and joined again by the receiver. Returns as soon as it is
   * stored, and tells what was stored: {@code created}; {@code message.status} events carry it on.
   * All parts and fees are covered, or nothing is sent.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.InvalidAddress}, {@link RefusedException.WrongNetwork},
   * {@link RefusedException.PayloadTooLarge}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public MessageSent send(MessageSendParams params) {
    return caller.call("message.send", params.write(), true, MessageSent::read);
  }

  /**
   * One message. As the sender knows it when the sender is on this node, otherwise as the receiver
   * does; name the account to choose.
   *
   * @throws RefusedException {@link RefusedException.MessageNotFound}, {@link RefusedException.AccountNotFound},
   * {@link RefusedException.NotReady}
   */
  public Message get(MessageGetParams params) {
    return caller.call("message.get", params.write(), false, Message::read);
  }

  /**
   * Messages of an account. Received and complete ones, in the order they were completed, or with
   * {@code direction} "out" those sent. Reading deletes nothing: keep {@code next} and pass it
   * later to get only what is new.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public MessagePage list(MessageListParams params) {
    return caller.call("message.list", params.write(), false, MessagePage::read);
  }

  /**
   * Where a message stands. The states and what may follow each are in {@code MessageState}.
   *
   * @throws RefusedException {@link RefusedException.MessageNotFound}, {@link RefusedException.AccountNotFound},
   * {@link RefusedException.NotReady}
   */
  public MessageStatus status(MessageStatusParams params) {
    return caller.call("message.status", params.write(), false, MessageStatus::read);
  }

  /**
   * Read the payload of one output. For an output that belongs to the account.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.OutputNotFound},
   * {@link RefusedException.NotForAccount}, {@link RefusedException.PayloadPruned}, {@link
   * RefusedException.NotReady}
   */
  public DecodedPayload decode(MessageDecodeParams params) {
    return caller.call("message.decode", params.write(), false, DecodedPayload::read);
  }
}
