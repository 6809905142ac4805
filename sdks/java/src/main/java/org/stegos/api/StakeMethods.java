// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Caller;
import org.stegos.internal.JsonObject;

/** Methods of the group {@code stake}. */
public final class StakeMethods {
  private final Caller caller;

  StakeMethods(Caller caller) {
    this.caller = caller;
  }

  /**
   * Stake. Stakes with a validator: the one that votes with {@code validatorKey}, or this node's
   * own. An account that operates the validator adds to its own stake in it. When this node's own
   * validator is not registered yet, the deposit registers it, with the account as its operator:
   * that takes {@code minStake} of {@code stake.params}. So it does, with a new key, for an
   * operator that has taken all of its own stake out, and for anybody when the validator is gone.
   * Returns as soon as it is stored and handed on; {@code stake.status} events carry it on. The
   * money earns from the next epoch on. Every deposit has a key of its own that only the account
   * can tell is its, and that its phrase restores.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.UnknownValidator}, {@link
   * RefusedException.NoValidator}, {@link RefusedException.ValidatorClosed}, {@link
   * RefusedException.BelowMinimum}, {@link RefusedException.StakeBusy}, {@link RefusedException.StakeRefused},
   * {@link RefusedException.AmountTooLarge}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public StakeSent deposit(StakeDepositParams params) {
    return caller.call("stake.deposit", params.write(), true, StakeSent::read);
  }

  /**
   * Take stake out. Begins to take a stake out, or a part of it. It is released when the unbonding
   * time is over (at once where it never counted), and the wallet withdraws it then by itself. For
   * an {@code award}, and for what is released, it withdraws at once.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.UnknownStake}, {@link RefusedException.BelowMinimum},
   * {@link RefusedException.StakeLocked}, {@link RefusedException.StakeFrozen}, {@link
   * RefusedException.StakeBusy}, {@link RefusedException.InsufficientStake}, {@link
   * RefusedException.StakeWithdrawn}, {@link RefusedException.StakeRefused}, {@link RefusedException.NotReady},
   * {@link RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public StakeSent withdraw(StakeWithdrawParams params) {
    return caller.call("stake.withdraw", params.write(), true, StakeSent::read);
  }

  /**
   * Set a commission. For operators. A rise is at most {@code commissionStep} a change and holds
   * after {@code commissionNotice} whole epochs; a cut holds from the next epoch on.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.UnknownValidator}, {@link
   * RefusedException.NoValidator}, {@link RefusedException.NotOperator}, {@link RefusedException.StakeBusy},
   * {@link RefusedException.StakeRefused}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public StakeSent configure(StakeConfigureParams params) {
    return caller.call("stake.configure", params.write(), true, StakeSent::read);
  }

  /**
   * Change the validator key. For operators, on the node that runs the validator. The node makes a
   * new key, stores it, and votes with it from the next epoch on; until then with the present one,
   * whose votes the validator still answers for afterwards. One change at a time: before the next
   * epoch another is refused with {@code stake_refused} and the rule {@code rotating}. Copies of
   * the key file have to be made anew.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.UnknownValidator}, {@link
   * RefusedException.NoValidator}, {@link RefusedException.NotOperator}, {@link RefusedException.StakeBusy},
   * {@link RefusedException.StakeRefused}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public StakeSent rotate(StakeRotateParams params) {
    return caller.call("stake.rotate", params.write(), true, StakeSent::read);
  }

  /**
   * End a suspension. For operators. A validator that was silent comes back into the set with the
   * next epoch.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.UnknownValidator}, {@link
   * RefusedException.NoValidator}, {@link RefusedException.NotOperator}, {@link RefusedException.StakeBusy},
   * {@link RefusedException.StakeRefused}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public StakeSent resume(StakeResumeParams params) {
    return caller.call("stake.resume", params.write(), true, StakeSent::read);
  }

  /**
   * One stake. As it stands now.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.UnknownStake},
   * {@link RefusedException.NotReady}
   */
  public Stake get(StakeGetParams params) {
    return caller.call("stake.get", params.write(), false, Stake::read);
  }

  /**
   * Stakes of an account. With prizes and bounties of the award that are the account's. In the
   * order they were made on this node or found on the chain.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public StakePage list(StakeListParams params) {
    return caller.call("stake.list", params.write(), false, StakePage::read);
  }

  /**
   * Validators. All that are registered, in the order of their ids.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.NotReady}
   */
  public ValidatorPage validators(StakeValidatorsParams params) {
    return caller.call("stake.validators", params.write(), false, ValidatorPage::read);
  }

  /** Validators, with nothing but what is usual. */
  public ValidatorPage validators() {
    return validators(StakeValidatorsParams.of());
  }

  /**
   * One validator. By its id, or by a key it votes with or ever voted with.
   *
   * @throws RefusedException {@link RefusedException.UnknownValidator}, {@link RefusedException.NotReady}
   */
  public Validator validator(StakeValidatorParams params) {
    return caller.call("stake.validator", params.write(), false, Validator::read);
  }

  /**
   * The present epoch. Its set, and how far it has come.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public Epoch epoch() {
    return caller.call("stake.epoch", new JsonObject().fields(), false, Epoch::read);
  }

  /**
   * The numbers of staking. Every node of the network agrees on them.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public StakeParams params() {
    return caller.call("stake.params", new JsonObject().fields(), false, StakeParams::read);
  }

  /**
   * What epochs paid. To validators and those who staked with them. It is added to the stake by
   * itself.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.InvalidCursor},
   * {@link RefusedException.NotReady}
   */
  public StakeRewardPage rewards(StakeRewardsParams params) {
    return caller.call("stake.rewards", params.write(), false, StakeRewardPage::read);
  }

  /** What epochs paid, with nothing but what is usual. */
  public StakeRewardPage rewards() {
    return rewards(StakeRewardsParams.of());
  }

  /**
   * The award to come. The pool, the next draw, and for every validator whether it may still win,
   * and if not, why.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public Award award() {
    return caller.call("stake.award", new JsonObject().fields(), false, Award::read);
  }

  /**
   * Awards that are over. With everything it takes to check a draw again without trusting this
   * node: {@code stegos award verify} does.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.NotReady}
   */
  public AwardRecordPage awards(StakeAwardsParams params) {
    return caller.call("stake.awards", params.write(), false, AwardRecordPage::read);
  }

  /** Awards that are over, with nothing but what is usual. */
  public AwardRecordPage awards() {
    return awards(StakeAwardsParams.of());
  }

  /**
   * What ties the awards that are over to a block. Everything that the state commitment of the
   * last final block is the hash of, and the block's certificate. Whoever trusts that block, or
   * the validators that signed it, knows with it that the chain of hashes over the records of
   * {@code stake.awards} is the chain's, and so every one of them. {@code stegos award proof}
   * keeps it and {@code stegos award verify --proof} checks it, without a node.
   *
   * @throws RefusedException {@link RefusedException.NotReady}
   */
  public AwardProof awardProof() {
    return caller.call("stake.awardProof", new JsonObject().fields(), false, AwardProof::read);
  }

  /**
   * Post the proof that ends an award's draw. For anybody, validator or not: once a draw has its
   * seed, whoever has worked out its delay may post the proof, and gets the bounty, at most a
   * tenth of the draw. Without {@code proof} it is the one that this node has worked out, which
   * takes hours on the main network; a node that is started with {@code --award-prover on} begins
   * as soon as the seed is there, and with the same seed again after a restart. Until it is done
   * the answer is {@code proof_not_ready}: ask again. Validators post theirs in the blocks that
   * they lead, so somebody else may be faster; then the operation is refused, and costs nothing.
   * {@code amount} is the bounty. Once the operation is final it is an entry of its own in
   * stake.list, with the {@code stakeId} of the answer, until stake.withdraw takes it.
   *
   * @throws RefusedException {@link RefusedException.AccountNotFound}, {@link RefusedException.AccountLocked},
   * {@link RefusedException.ViewOnly}, {@link RefusedException.InsufficientFunds}, {@link
   * RefusedException.MempoolFull}, {@link RefusedException.NoDraw}, {@link RefusedException.ProofNotReady}, {@link
   * RefusedException.InvalidAwardProof}, {@link RefusedException.StakeBusy}, {@link
   * RefusedException.StakeRefused}, {@link RefusedException.NotReady}, {@link
   * RefusedException.IdempotencyConflict}, {@link RefusedException.OverBudget}
   */
  public StakeSent proveAward(StakeProveAwardParams params) {
    return caller.call("stake.proveAward", params.write(), true, StakeSent::read);
  }

  /**
   * Stake that was burnt. Because a validator contradicted itself, or was silent while more than a
   * third of the weight was.
   *
   * @throws RefusedException {@link RefusedException.InvalidCursor}, {@link RefusedException.NotReady}
   */
  public SlashingPage slashings(StakeSlashingsParams params) {
    return caller.call("stake.slashings", params.write(), false, SlashingPage::read);
  }

  /** Stake that was burnt, with nothing but what is usual. */
  public SlashingPage slashings() {
    return slashings(StakeSlashingsParams.of());
  }
}
