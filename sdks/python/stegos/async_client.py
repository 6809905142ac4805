"""The client for asyncio programs."""

import random
import ssl
from types import TracebackType
from typing import Any, AsyncIterator, Dict, Literal, Mapping, Optional, Sequence, Type

from .asyncio_network import AsyncioNetwork
from .caller import Caller
from .deprecation import tell_deprecated
from .endpoint import Dialer, Endpoint
from .follower import Follower, OnDisconnect
from .generated import types as t
from .generated.contract import METHODS
from .generated.items import StreamItem
from .generated.async_methods import Methods
from .method import Method
from .network import TimedOut
from .retry import Retry
from .streams import Streams


class AsyncEventStream(AsyncIterator[StreamItem]):
    """Items in order, each once: `async for item in client.events(...)`."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def __aiter__(self) -> "AsyncEventStream":
        return self

    async def __anext__(self) -> StreamItem:
        item = await self._follower.next()
        if item is None:
            raise StopAsyncIteration
        return item

    async def next(self, timeout: float) -> StreamItem:
        """The next item. TimeoutError when none comes in that many seconds; StopAsyncIteration when the stream was closed."""
        try:
            item = await self._follower.next(timeout)
        except TimedOut:
            raise TimeoutError(f"no event within {timeout:g} s") from None
        if item is None:
            raise StopAsyncIteration
        return item

    @property
    def cursor(self) -> Optional[str]:
        """Where the stream is: after the last item it gave."""
        return self._follower.cursor

    def close(self) -> None:
        """Ends the stream and the loop over it."""
        self._follower.close()

    async def __aenter__(self) -> "AsyncEventStream":
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()


class AsyncClient(Methods):
    """A client of one node. Nothing happens until the first call. Tasks may share it, but not a stream.

    Args:
        url: Address of the node, such as `http://127.0.0.1:3145`.
        token: The bearer token; that of the owner is in `api.token` in the data directory of the node.
        timeout: Seconds one attempt of a call may take.
        retry: How failed calls are repeated.
        check_contract: Whether to compare the contract of the node with that of this package before the first call, and
            to warn (ContractWarning) when they differ.
        tls: For `https`, instead of `ssl.create_default_context()`.
        probe_interval: Seconds of silence after which the connection of a stream is probed.

    Example:
        async with stegos.AsyncClient("http://127.0.0.1:3145", token) as client:
            account = await client.account.create(name="shop")
    """

    def __init__(
        self,
        url: str,
        token: Optional[str] = None,
        *,
        timeout: float = 60.0,
        retry: Retry = Retry(),
        check_contract: bool = True,
        tls: Optional[ssl.SSLContext] = None,
        probe_interval: float = 15.0,
    ) -> None:
        super().__init__(self._call)
        self._dialer = Dialer(Endpoint(url, token, tls), AsyncioNetwork())
        self._caller = Caller(
            self._dialer, retry=retry, timeout=timeout, random=random.random, check_contract=check_contract
        )
        self._streams = Streams(self._caller, probe_interval)

    def __repr__(self) -> str:
        return f"AsyncClient({self._dialer.endpoint.url!r})"

    def events(
        self,
        topics: Sequence[t.TopicPattern],
        *,
        account_id: Optional[t.AccountId] = None,
        from_: Optional[t.Cursor] = None,
        on_disconnect: Optional[OnDisconnect] = None,
    ) -> AsyncEventStream:
        """Follows events, across lost connections and restarts of the node: each event once, in order.

        Args:
            topics: Such as `["payment.status"]`; `stake.*` stands for all topics of the group.
            account_id: Only what concerns this account.
            from_: `genesis`, `now` (the default) or the cursor of an item.
            on_disconnect: Is told each time the stream has lost its connection and is about to look for another.

        Raises, from the loop: StegosError when going on makes no sense (`unauthorized`, `cursor_expired`), and
        ConnectionLostError when there never was a connection; one once had is looked for until the stream is closed.

        Example:
            async for item in client.events(["payment.status"], from_=cursor_from_disk):
                if isinstance(item, stegos.PaymentStatusItem) and item.event.direction == "in":
                    credit(item.event)
                save(item.cursor)
        """
        return AsyncEventStream(self._streams.follow(topics, account_id, from_, on_disconnect))

    async def call(
        self, method: str, params: Optional[Mapping[str, Any]] = None, *, timeout: Optional[float] = None
    ) -> Any:
        """Calls a method by its name in the contract, such as one that is newer than this package.

        Parameters and result are JSON as Python's `json` has it. What a method of the contract changes happens once, as
        everywhere; one that this package does not know is repeated only if there is an `idempotencyKey` among its
        parameters.
        """
        known = METHODS.get(method)
        if known is not None and known.deprecated is not None:
            tell_deprecated(known.deprecated)
        return await self._caller.call_by_name(method, params, timeout)

    async def wait_for_payment(
        self,
        payment_id: t.PaymentId,
        *,
        account_id: Optional[t.AccountId] = None,
        timeout: Optional[float] = None,
    ) -> t.Payment:
        """Waits until a payment is `final`, `rejected` or `cancelled`, and returns it.

        One the account has not heard of yet is waited for, since a receiver hears of it by its block: give a timeout
        (seconds) if it may never come. TimeoutError when that is over.
        """
        return await self._streams.waiter.payment(payment_id, account_id, timeout)

    async def wait_for_stake(
        self,
        account_id: t.AccountId,
        stake_id: t.StakeId,
        *,
        transaction_id: Optional[t.TransactionId] = None,
        until: Optional[Literal["active", "released", "withdrawn"]] = None,
        timeout: Optional[float] = None,
    ) -> t.Stake:
        """Waits until a stake is active, released or withdrawn, or an operation on it is final, and returns it.

        It ends as well when the stake is `rejected`. OperationRefusedError when the operation of `transaction_id` will
        never be in a block; TimeoutError after `timeout` seconds.
        """
        return await self._streams.waiter.stake(account_id, stake_id, transaction_id, until, timeout)

    def close(self) -> None:
        """Ends streams, calls and connections."""
        self._dialer.close()
        self._streams.close()

    async def __aenter__(self) -> "AsyncClient":
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    async def _call(self, method: Method, params: Dict[str, Any], timeout: Optional[float]) -> Any:
        return await self._caller.call(method, params, timeout)
