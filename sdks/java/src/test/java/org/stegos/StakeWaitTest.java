package org.stegos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stegos.StakeWait.Goal;
import org.stegos.api.AccountCreateParams;
import org.stegos.api.AccountCreated;
import org.stegos.api.AccountId;
import org.stegos.api.DevFaucetParams;
import org.stegos.api.Stake;
import org.stegos.api.StakeDepositParams;
import org.stegos.api.StakeId;
import org.stegos.api.StakeSent;
import org.stegos.api.StakeStatus;
import org.stegos.api.TransactionId;
import org.stegos.internal.Json;

/** When waiting for a stake ends. */
class StakeWaitTest {
  private static final StakeWait ANY = StakeWait.of(new AccountId("a1"), new StakeId("s1"));
  private static final TransactionId OUT = new TransactionId("out");

  private static Stake stake(String more) {
    String text = "{\"stakeId\":\"s1\",\"accountId\":\"a1\",\"type\":\"deposit\",\"validatorId\":\"v1\",\"amount\":\"7\"," + more + "}";
    return Stake.read(Json.parse(text));
  }

  private static String leaving(String status) {
    return "\"leaving\":[{\"amount\":\"7\",\"releaseEpoch\":3,\"releaseHeight\":9,\"status\":\"" + status + "\"}]";
  }

  /** A stake that goes from one state to the next with each event. */
  private static final List<Stake> WAY =
      List.of(
          stake("\"status\":\"broadcast\",\"leaving\":[]"),
          stake("\"status\":\"active\",\"leaving\":[]"),
          stake(
              "\"status\":\"active\",\"leaving\":[],"
                  + "\"pending\":{\"transactionId\":\"out\",\"type\":\"unbond\",\"status\":\"broadcast\"}"),
          stake("\"status\":\"unbonding\"," + leaving("unbonding")),
          stake("\"status\":\"withdrawable\"," + leaving("withdrawable")),
          stake("\"status\":\"withdrawn\",\"leaving\":[]"));

  private static void check(StakeWait what, int from, int reached) {
    for (int index = from; index <= reached; index++) {
      assertEquals(index == reached, what.isOver(WAY.get(index)), what + ": " + index);
    }
  }

  @Test
  void eachGoalIsOverWhereItIsReached() {
    check(ANY, 0, 1);
    check(ANY.operation(OUT), 0, 0);
    check(ANY.operation(OUT), 2, 3);
    check(ANY.until(Goal.RELEASED), 0, 4);
    check(ANY.until(Goal.WITHDRAWN), 0, 5);
    check(ANY.operation(OUT).until(Goal.WITHDRAWN), 0, 5);
    assertTrue(ANY.until(Goal.WITHDRAWN).isOver(stake("\"status\":\"rejected\",\"leaving\":[]")));
  }

  @Test
  void anOperationThatFailsIsThrownWithItsReason() {
    Stake failed =
        stake(
            "\"status\":\"active\",\"leaving\":[],"
                + "\"refused\":{\"transactionId\":\"out\",\"operation\":\"unbond\",\"reason\":\"input_spent\",\"height\":7}");
    var error = assertThrows(OperationRefusedException.class, () -> ANY.operation(OUT).isOver(failed));
    assertEquals(7, error.data().height());
    assertEquals("operation_refused", error.symbol());
    assertFalse(error.isRetryable());
    assertTrue(error.getMessage().contains("unbond") && error.getMessage().contains("input_spent"), error.getMessage());
    assertTrue(ANY.operation(new TransactionId("other")).isOver(failed));
  }

  @Test
  void onALiveNode() {
    StegosClient client = Support.client();
    AccountCreated ann = client.account().create(AccountCreateParams.of());
    var coins = client.dev().faucet(DevFaucetParams.of(ann.address()).amount(Amount.ofCoins("100")));
    client.waitForPayment(coins.paymentId(), Support.WAIT);
    StakeSent sent = client.stake().deposit(StakeDepositParams.of(ann.accountId(), Amount.ofCoins("20")));
    StakeWait what = StakeWait.of(ann.accountId(), sent.stakeId());
    assertEquals(StakeStatus.ACTIVE, client.waitForStake(what, Support.WAIT).status());
    assertEquals(sent.stakeId(), client.waitForStake(what.operation(sent.transactionId()), Support.WAIT).stakeId());
    Duration little = Duration.ofMillis(200);
    assertThrows(CallTimeoutException.class, () -> client.waitForStake(what.until(Goal.WITHDRAWN), little));
  }
}
