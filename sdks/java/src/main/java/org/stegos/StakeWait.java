package org.stegos;

import java.util.Optional;
import org.stegos.api.AccountId;
import org.stegos.api.LeavingStatus;
import org.stegos.api.Stake;
import org.stegos.api.StakeId;
import org.stegos.api.StakeStatus;
import org.stegos.api.TransactionId;

/**
 * What {@link StegosClient#waitForStake} waits for.
 *
 * @param account whose stake it is
 * @param stake which one
 * @param operation until that operation is final; one that fails is thrown
 * @param until until the stake stands like that; when both are absent: {@link Goal#ACTIVE}
 */
public record StakeWait(AccountId account, StakeId stake, Optional<TransactionId> operation, Optional<Goal> until) {
  /** How a stake is to stand. */
  public enum Goal {
    /** It is staked. */
    ACTIVE,
    /** Nothing of it waits for the unbonding time. */
    RELEASED,
    /** All of it is back. */
    WITHDRAWN;

    private boolean isReached(Stake stake) {
      boolean made = stake.status() != StakeStatus.CREATED && stake.status() != StakeStatus.BROADCAST;
      return switch (this) {
        case ACTIVE -> made;
        case RELEASED ->
            made
                && stake.status() != StakeStatus.ACTIVE
                && stake.leaving().stream().allMatch(part -> part.status() == LeavingStatus.WITHDRAWABLE);
        case WITHDRAWN -> stake.status() == StakeStatus.WITHDRAWN;
      };
    }
  }

  /** This stake of the account: until it is active, unless told otherwise. */
  public static StakeWait of(AccountId account, StakeId stake) {
    return new StakeWait(account, stake, Optional.empty(), Optional.empty());
  }

  /** Until that operation is final; one that fails is thrown. */
  public StakeWait operation(TransactionId operation) {
    return new StakeWait(account, stake, Optional.of(operation), until);
  }

  /** Until the stake stands like that. */
  public StakeWait until(Goal goal) {
    return new StakeWait(account, stake, operation, Optional.of(goal));
  }

  /**
   * Whether the stake stands as was waited for.
   *
   * @throws OperationRefusedException when the operation failed
   */
  boolean isOver(Stake told) {
    told.refused().filter(refused -> operation.equals(Optional.of(refused.transactionId()))).ifPresent(refused -> {
      throw new OperationRefusedException(refused);
    });
    Optional<Goal> goal = until.or(() -> operation.isPresent() ? Optional.empty() : Optional.of(Goal.ACTIVE));
    boolean underWay = told.pending().map(pending -> operation.equals(Optional.of(pending.transactionId()))).orElse(false);
    return told.status() == StakeStatus.REJECTED || (!underWay && goal.map(each -> each.isReached(told)).orElse(true));
  }
}
