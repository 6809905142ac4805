// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import java.util.Map;
import org.stegos.internal.JsonObject;

/** An event, or the mark between what had been and what is new. */
public sealed interface Event {
  /** Its topic in the contract, such as {@code chain.block}. */
  String topic();

  /**
   * A block became final.
   * @param data what belongs to it
   */
  record ChainBlock(org.stegos.api.BlockEvent data) implements Event {
    @Override
    public String topic() {
      return "chain.block";
    }
  }

  /**
   * The node changed its state.
   * @param data what belongs to it
   */
  record ChainStatus(org.stegos.api.ChainStatusEvent data) implements Event {
    @Override
    public String topic() {
      return "chain.status";
    }
  }

  /**
   * The balance of an account changed.
   * @param data what belongs to it
   */
  record AccountBalance(org.stegos.api.Balance data) implements Event {
    @Override
    public String topic() {
      return "account.balance";
    }
  }

  /**
   * A payment was made, went on, or came in ({@code direction} "in"): what an exchange follows to
   * see deposits.
   * @param data what belongs to it
   */
  record PaymentStatus(org.stegos.api.Payment data) implements Event {
    @Override
    public String topic() {
      return "payment.status";
    }
  }

  /**
   * A message is complete.
   * @param data what belongs to it
   */
  record MessageReceived(org.stegos.api.Message data) implements Event {
    @Override
    public String topic() {
      return "message.received";
    }
  }

  /**
   * A message, sent or received, has a new state.
   * @param data what belongs to it
   */
  record MessageStatus(org.stegos.api.MessageStatus data) implements Event {
    @Override
    public String topic() {
      return "message.status";
    }
  }

  /**
   * A stake was made, went on, or changed its value at the end of an epoch.
   * @param data what belongs to it
   */
  record StakeStatus(org.stegos.api.Stake data) implements Event {
    @Override
    public String topic() {
      return "stake.status";
    }
  }

  /**
   * An epoch began.
   * @param data what belongs to it
   */
  record StakeEpoch(org.stegos.api.EpochEvent data) implements Event {
    @Override
    public String topic() {
      return "stake.epoch";
    }
  }

  /**
   * Stake of a validator was burnt.
   * @param data what belongs to it
   */
  record StakeSlashed(org.stegos.api.Slashing data) implements Event {
    @Override
    public String topic() {
      return "stake.slashed";
    }
  }

  /**
   * A validator was left out of the set because it was silent.
   * @param data what belongs to it
   */
  record StakeSuspended(org.stegos.api.SuspendedEvent data) implements Event {
    @Override
    public String topic() {
      return "stake.suspended";
    }
  }

  /**
   * Pool and eligible of a draw are fixed.
   * @param data what belongs to it
   */
  record AwardFrozen(org.stegos.api.AwardDraw data) implements Event {
    @Override
    public String topic() {
      return "award.frozen";
    }
  }

  /**
   * The seed of a draw is there.
   * @param data what belongs to it
   */
  record AwardSeeded(org.stegos.api.AwardDraw data) implements Event {
    @Override
    public String topic() {
      return "award.seeded";
    }
  }

  /**
   * A draw is over: it was paid, or {@code outcome} says why not.
   * @param data what belongs to it
   */
  record AwardPaid(org.stegos.api.AwardRecord data) implements Event {
    @Override
    public String topic() {
      return "award.paid";
    }
  }

  /** Everything that had happened when the stream began has been told; from here on events are live. Comes once. */
  record CaughtUp() implements Event {
    @Override
    public String topic() {
      return "caught_up";
    }
  }

  /**
   * An event that is not in the contract of this library: that of a newer node.
   *
   * @param topic its topic
   * @param data all that came with it
   */
  record Unknown(String topic, Map<String, Object> data) implements Event {}

  /** Reads one from JSON. */
  static Event read(String topic, Object json) {
    try {
      return switch (topic) {
        case "chain.block" -> new ChainBlock(org.stegos.api.BlockEvent.read(json));
        case "chain.status" -> new ChainStatus(org.stegos.api.ChainStatusEvent.read(json));
        case "account.balance" -> new AccountBalance(org.stegos.api.Balance.read(json));
        case "payment.status" -> new PaymentStatus(org.stegos.api.Payment.read(json));
        case "message.received" -> new MessageReceived(org.stegos.api.Message.read(json));
        case "message.status" -> new MessageStatus(org.stegos.api.MessageStatus.read(json));
        case "stake.status" -> new StakeStatus(org.stegos.api.Stake.read(json));
        case "stake.epoch" -> new StakeEpoch(org.stegos.api.EpochEvent.read(json));
        case "stake.slashed" -> new StakeSlashed(org.stegos.api.Slashing.read(json));
        case "stake.suspended" -> new StakeSuspended(org.stegos.api.SuspendedEvent.read(json));
        case "award.frozen" -> new AwardFrozen(org.stegos.api.AwardDraw.read(json));
        case "award.seeded" -> new AwardSeeded(org.stegos.api.AwardDraw.read(json));
        case "award.paid" -> new AwardPaid(org.stegos.api.AwardRecord.read(json));
        case "caught_up" -> new CaughtUp();
        default -> new Unknown(topic, JsonObject.of(json).fields());
      };
    } catch (IllegalArgumentException changed) {
      return new Unknown(topic, JsonObject.of(json).fields());
    }
  }
}
