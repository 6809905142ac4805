// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;

/** Methods of the group {@code payment}. */
public final class PaymentMethods {
  private final Caller caller;

  PaymentMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Pay. Returns as soon as the payment is stored and handed on, and tells what was stored: {@code
   * created}. {@code payment.status} events carry it on to {@code final} or {@code rejected}. With
   * {@code data} a message travels with the money.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.InvalidAddress}, {@link RefusedException.WrongNetwork},
   * {@link RefusedException.AmountTooLarge}, {@link RefusedException.PayloadTooLarge}, {@link
   * RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public PaymentSent send(PaymentSendParams params) {
    return caller.call("payment.send", params.write(), true, PaymentSent::read);
  }

  /**
   * Pay several. Queues ordinary payments, all or none; each is its own transaction, so that
   * nobody sees they belong together. Those that wait for coins to come free are {@code created}
   * until then.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.InvalidAddress}, {@link RefusedException.WrongNetwork},
   * {@link RefusedException.AmountTooLarge}, {@link RefusedException.PayloadTooLarge}, {@link
   * RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public PaymentsSent sendMany(PaymentSendManyParams params) {
    return caller.call("payment.sendMany", params.write(), true, PaymentsSent::read);
  }

  /**
   * Pay and get a receipt. An ordinary payment, and at once the receipt that {@code payment.prove}
   * would make. On the chain it looks like any other.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.InvalidAddress}, {@link RefusedException.WrongNetwork},
   * {@link RefusedException.AmountTooLarge}, {@link RefusedException.PayloadTooLarge}, {@link
   * RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public PublicPaymentSent sendPublic(PaymentSendPublicParams params) {
    return caller.call("payment.sendPublic", params.write(), true, PublicPaymentSent::read);
  }

  /**
   * What a payment would take. Fee, transactions and coins, without making anything.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidAddress},
   * {@link RefusedException.WrongNetwork}, {@link RefusedException.AmountTooLarge}, {@link
   * RefusedException.PayloadTooLarge}, {@link RefusedException.NotReady}
   */
  public PaymentEstimate estimate(PaymentEstimateParams params) {
    return caller.call("payment.estimate", params.write(), false, PaymentEstimate::read);
  }

  /**
   * One payment. As the sender knows it when the sender is on this node, otherwise as the receiver
   * does; name the account to choose.
   *
   * @throws RefusedException {@link RefusedException.PaymentNotFound}, {@link RefusedException.AccountNotFound},
   * {@link RefusedException.NotReady}
   */
  public Payment get(PaymentGetParams params) {
    return caller.call("payment.get", params.write(), false, Payment::read);
  }

  /**
   * Payments of an account. Also those that are not final yet. In the order they were made on this
   * node or came to it.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public PaymentPage list(PaymentListParams params) {
    return caller.call("payment.list", params.write(), false, PaymentPage::read);
  }

  /**
   * Take back a payment. Possible as long as it is {@code created}. Of several payments that build
   * on each other, later ones are cancelled with it.
   *
   * @throws RefusedException {@link RefusedException.PaymentNotFound}, {@link RefusedException.NotCancellable},
   * {@link RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}
   */
  public Payment cancel(PaymentCancelParams params) {
    return caller.call("payment.cancel", params.write(), true, Payment::read);
  }

  /**
   * A receipt for a payment. Shows anybody whom the payment went to and how much it was. Only the
   * sender can make it: it is signed with the key of a coin the payment spent.
   *
   * @throws RefusedException {@link RefusedException.PaymentNotFound}, {@link RefusedException.AccountNotFound},
   * {@link RefusedException.AccountLocked}, {@link RefusedException.ViewOnly}, {@link
   * RefusedException.NotProvable}, {@link RefusedException.NotReady}
   */
  public PaymentProof prove(PaymentProveParams params) {
    return caller.call("payment.prove", params.write(), false, PaymentProof::read);
  }

  /**
   * Check a receipt. Needs no account: the chain is enough.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public PaymentProofCheck verifyProof(PaymentVerifyProofParams params) {
    return caller.call("payment.verifyProof", params.write(), false, PaymentProofCheck::read);
  }

  /**
   * Merge small coins. One transaction from the account to itself that merges its smallest coins,
   * up to 16. Repeat while {@code remaining} is too large.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.NothingToConsolidate}, {@link
   * RefusedException.NotReady}, {@link RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public Consolidation consolidate(PaymentConsolidateParams params) {
    return caller.call("payment.consolidate", params.write(), true, Consolidation::read);
  }
}
