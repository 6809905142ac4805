"""When waiting for a stake ends: a stake that goes from one state to the next with each event."""

import unittest
from types import SimpleNamespace
from typing import Any, List, Optional

import stegos
from stegos.blocking_network import run
from stegos.generated.errors import UnknownStakeError
from stegos.waiting import Waiter


def state(status: str, *leaving: str, pending: Optional[str] = None) -> Any:
    parts = [SimpleNamespace(status=part) for part in leaving]
    under_way = None if pending is None else SimpleNamespace(transaction_id=pending)
    return SimpleNamespace(status=status, leaving=parts, pending=under_way, refused=None)


WAY = [
    state("broadcast"),
    state("active"),
    state("active", pending="out"),
    state("unbonding", "unbonding"),
    state("withdrawable", "withdrawable"),
    state("withdrawn"),
]

REFUSED = SimpleNamespace(transaction_id="out", operation="unbond", reason="input_spent", rule=None)


class Stakes:
    """Answers with one state after the other, as a caller and a follower to the waiter."""

    def __init__(self, states: List[Any]) -> None:
        self._states = list(states)
        self.asked = 0
        self.closed = False
        self.dialer = SimpleNamespace(network=SimpleNamespace(now=lambda: 0.0), check_open=lambda: None)

    async def call(self, method: Any, given: Any, timeout: Any) -> Any:
        self.asked += 1
        told = self._states.pop(0)
        if isinstance(told, Exception):
            raise told
        return told

    async def next(self, timeout: Optional[float]) -> Any:
        return stegos.CaughtUpItem("c", stegos.types.CaughtUp())

    def close(self) -> None:
        self.closed = True

    def wait(self, transaction_id: Optional[str] = None, until: Optional[str] = None) -> Any:
        here: Any = self
        follow: Any = lambda topics, account_id: self
        waiter = Waiter(here, follow)
        return run(waiter.stake("a1", "s1", transaction_id, until, None))


class Goals(unittest.TestCase):
    def test_each_goal_ends_where_it_is_reached(self) -> None:
        for transaction_id, until, reached in (
            (None, None, 1),
            ("out", None, 0),
            (None, "released", 4),
            (None, "withdrawn", 5),
            ("out", "withdrawn", 5),
        ):
            with self.subTest(transaction_id=transaction_id, until=until):
                stakes = Stakes(WAY)
                self.assertIs(stakes.wait(transaction_id, until), WAY[reached])
                self.assertEqual((stakes.asked, stakes.closed), (reached + 1, True))

    def test_an_operation_under_way_is_waited_for(self) -> None:
        self.assertIs(Stakes(WAY[2:]).wait("out"), WAY[3])

    def test_one_that_is_rejected_ends_it_and_one_not_known_yet_does_not(self) -> None:
        unknown = UnknownStakeError("No such stake")
        rejected = state("rejected")
        self.assertIs(Stakes([unknown, rejected]).wait(until="withdrawn"), rejected)

    def test_an_operation_that_fails_is_raised_with_its_reason(self) -> None:
        failed = state("active")
        failed.refused = REFUSED
        with self.assertRaisesRegex(stegos.OperationRefusedError, "unbond will never .* .input_spent.") as caught:
            Stakes([failed]).wait("out")
        self.assertIs(caught.exception.data, REFUSED)
        self.assertIs(Stakes([failed]).wait("other"), failed)
