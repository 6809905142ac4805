// Generated from openrpc.json by `npm run generate`. Do not edit.
package org.stegos.api;

import org.stegos.internal.Json;

/** A topic, or all of a group. */
public enum TopicPattern {
  /** {@code chain.*} */
  CHAIN_ALL("chain.*"),
  /** {@code chain.block} */
  CHAIN_BLOCK("chain.block"),
  /** {@code chain.status} */
  CHAIN_STATUS("chain.status"),
  /** {@code account.*} */
  ACCOUNT_ALL("account.*"),
  /** {@code account.balance} */
  ACCOUNT_BALANCE("account.balance"),
  /** {@code payment.*} */
  PAYMENT_ALL("payment.*"),
  /** {@code payment.status} */
  PAYMENT_STATUS("payment.status"),
  /** {@code message.*} */
  MESSAGE_ALL("message.*"),
  /** {@code message.received} */
  MESSAGE_RECEIVED("message.received"),
  /** {@code message.status} */
  MESSAGE_STATUS("message.status"),
  /** {@code stake.*} */
  STAKE_ALL("stake.*"),
  /** {@code stake.status} */
  STAKE_STATUS("stake.status"),
  /** {@code stake.epoch} */
  STAKE_EPOCH("stake.epoch"),
  /** {@code stake.slashed} */
  STAKE_SLASHED("stake.slashed"),
  /** {@code stake.suspended} */
  STAKE_SUSPENDED("stake.suspended"),
  /** {@code award.*} */
  AWARD_ALL("award.*"),
  /** {@code award.frozen} */
  AWARD_FROZEN("award.frozen"),
  /** {@code award.seeded} */
  AWARD_SEEDED("award.seeded"),
  /** {@code award.paid} */
  AWARD_PAID("award.paid"),
  /** A value that is not in the contract of this library: that of a newer node. */
  UNKNOWN("");

  private final String value;

  TopicPattern(String value) {
    this.value = value;
  }

  /** The value as the contract writes it. */
  public String value() {
    return value;
  }

  /** Reads one from JSON. */
  public static TopicPattern read(Object json) {
    String value = Json.string(json);
    for (TopicPattern each : values()) {
      if (each.value.equals(value)) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** Writes it as JSON. */
  public Object write() {
    return value;
  }
}
