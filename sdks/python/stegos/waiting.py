"""Waiting for what takes a few blocks."""

from typing import Awaitable, Callable, Dict, Optional, Sequence, TypeVar

from .caller import Caller
from .errors import OperationRefusedError
from .follower import Follower
from .generated import types as t
from .generated.contract import METHODS
from .generated.errors import PaymentNotFoundError, UnknownStakeError
from .generated.items import PaymentStatusItem, StakeStatusItem, StreamItem
from .network import TimedOut

Follow = Callable[[Sequence[str], Optional[str]], Follower]

Found = TypeVar("Found")


class Waiter:
    """Follows a topic and looks again at each event."""

    def __init__(self, caller: Caller, follow: Follow) -> None:
        self._caller = caller
        self._follow = follow

    async def payment(
        self, payment_id: str, account_id: Optional[str], timeout: Optional[float]
    ) -> t.Payment:
        async def look() -> Optional[t.Payment]:
            try:
                given = {"paymentId": payment_id, "accountId": account_id}
                payment: t.Payment = await self._caller.call(METHODS["payment.get"], given, None)
            except PaymentNotFoundError:
                return None
            return None if payment.status in ("created", "broadcast") else payment

        def concerns(item: StreamItem) -> bool:
            return not isinstance(item, PaymentStatusItem) or item.event.payment_id == payment_id

        return await self._until(look, concerns, "payment.status", account_id, timeout)

    async def stake(
        self,
        account_id: str,
        stake_id: str,
        transaction_id: Optional[str],
        goal: Optional[str],
        timeout: Optional[float],
    ) -> t.Stake:
        if goal is None and transaction_id is None:
            goal = "active"
        reached = REACHED[goal] if goal is not None else None

        async def look() -> Optional[t.Stake]:
            try:
                given = {"accountId": account_id, "stakeId": stake_id}
                stake: t.Stake = await self._caller.call(METHODS["stake.get"], given, None)
            except UnknownStakeError:
                return None
            if stake.refused is not None and stake.refused.transaction_id == transaction_id:
                raise refused_error(stake.refused)
            under_way = stake.pending is not None and stake.pending.transaction_id == transaction_id
            there = not under_way and (reached is None or reached(stake))
            return stake if there or stake.status == "rejected" else None

        def concerns(item: StreamItem) -> bool:
            return not isinstance(item, StakeStatusItem) or item.event.stake_id == stake_id

        return await self._until(look, concerns, "stake.status", account_id, timeout)

    async def _until(
        self,
        look: Callable[[], Awaitable[Optional[Found]]],
        concerns: Callable[[StreamItem], bool],
        topic: str,
        account_id: Optional[str],
        timeout: Optional[float],
    ) -> Found:
        now = self._caller.dialer.network.now
        until = None if timeout is None else now() + timeout
        follower = self._follow([topic], account_id)
        try:
            while True:
                item = await follower.next(None if until is None else max(0.0, until - now()))
                if item is None:
                    self._caller.dialer.check_open()
                    continue
                # Nothing is missed between looking and following: looking comes after `caught_up`.
                if not concerns(item):
                    continue
                found = await look()
                if found is not None:
                    return found
        except TimedOut:
            raise TimeoutError(f"not there after {timeout:g} s") from None
        finally:
            follower.close()


def refused_error(refused: t.RefusedOperation) -> OperationRefusedError:
    why = refused.reason if refused.rule is None else f"{refused.reason}: {refused.rule}"
    message = f"The operation {refused.operation} will never be in a block ({why})"
    return OperationRefusedError(message, data=refused)


def _is_active(stake: t.Stake) -> bool:
    return stake.status not in ("created", "broadcast")


def _is_released(stake: t.Stake) -> bool:
    left = all(part.status == "withdrawable" for part in stake.leaving)
    return _is_active(stake) and stake.status != "active" and left


def _is_withdrawn(stake: t.Stake) -> bool:
    return stake.status == "withdrawn"


REACHED: Dict[str, Callable[[t.Stake], bool]] = {
    "active": _is_active,
    "released": _is_released,
    "withdrawn": _is_withdrawn,
}
