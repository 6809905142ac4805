"""A stream that outlives its connections: it looks for a new one and goes on after the last item it has given.

There is no queue here: what a slow reader has not taken waits in the socket and then in the node, which may end the
subscription and is asked again from the same place.
"""

from typing import Any, Callable, Dict, Optional, Sequence

from .caller import Caller
from .errors import CallTimeoutError, ClientClosedError, ConnectionLostError, InvalidResponseError, StegosError
from .generated.items import ITEMS, StreamItem
from .item import UnknownItem
from .network import TimedOut
from .retry import backoff
from .rpc import encode_request, parse, result_of
from .web_socket import WebSocket, open_web_socket

OnDisconnect = Callable[[], None]


class Follower:
    """Gives items in order, without a gap, without a double, `caught_up` once."""

    def __init__(
        self,
        caller: Caller,
        *,
        topics: Sequence[str],
        account_id: Optional[str],
        from_: Optional[str],
        on_disconnect: Optional[OnDisconnect],
        probe_interval: float,
    ) -> None:
        if isinstance(topics, str):
            raise TypeError("topics is a sequence, such as ['payment.status']")
        self._caller = caller
        self._dialer = caller.dialer
        self._topics = list(topics)
        self._account_id = account_id
        self._from = from_
        self._on_disconnect = on_disconnect
        self._probe_interval = probe_interval
        self._pause = caller.dialer.network.pause()
        self._socket: Optional[WebSocket] = None
        self._connected = False
        self._caught_up = False
        self._failures = 0
        self._closed = False

    @property
    def cursor(self) -> Optional[str]:
        """Where the stream is: after the last item it gave."""
        return self._from

    async def next(self, timeout: Optional[float] = None) -> Optional[StreamItem]:
        """The next item, or None when the stream was closed.

        Raises StegosError when going on makes no sense (`unauthorized`, `cursor_expired`, `account_not_found`), and
        ConnectionLostError when there never was a connection; one once had is looked for until the stream is closed.
        Raises TimedOut after `timeout` seconds, which loses nothing.
        """
        now = self._dialer.network.now
        until = None if timeout is None else now() + timeout
        while not self._closed:
            try:
                if self._socket is None:
                    await self._connect(until)
                    continue
                frame = await self._frame(self._socket, until)
                item = self._item(frame)
                if item is not None:
                    return item
            except OSError:
                self._lose()
            except TimedOut:
                raise
            except ClientClosedError:
                self.close()
            except BaseException:
                # In the middle of opening nothing is known of the connection; from the cursor everything is.
                self._drop()
                if self._closed:
                    break
                raise
        return None

    def close(self) -> None:
        """Ends the stream: who waits for an item gets the end. May be called from another thread."""
        self._closed = True
        self._pause.end()
        self._drop()

    async def _connect(self, until: Optional[float]) -> None:
        if self._failures > 0:
            wait = backoff(self._failures, self._caller.retry, self._caller.random)
            await self._pause.wait(wait if until is None else max(0.0, min(wait, until - self._dialer.network.now())))
            if self._closed:
                return
            self._check_time(until)
        try:
            await self._subscribe()
        except StegosError as error:
            if isinstance(error, ClientClosedError) or not error.retryable:
                raise
            self._drop()
            self._failures += 1
            if not self._connected and self._failures >= self._caller.retry.attempts:
                raise
            self._check_time(until)

    async def _subscribe(self) -> None:
        timeout = self._caller.timeout
        socket = self._socket = await open_web_socket(self._dialer, timeout)
        if self._closed:
            self._drop()
            return
        params: Dict[str, Any] = {"topics": self._topics}
        if self._account_id is not None:
            params["accountId"] = self._account_id
        if self._from is not None:
            params["from"] = self._from
        until = self._dialer.network.now() + timeout
        try:
            await socket.send(encode_request(1, "subscribe", params), until)
            subscribed = result_of(parse((await socket.receive(until)).encode()))
        except TimedOut:
            raise CallTimeoutError(timeout) from None
        except OSError as cause:
            raise ConnectionLostError(self._dialer.endpoint.url) from cause
        if not isinstance(subscribed, dict) or not isinstance(subscribed.get("cursor"), str):
            raise InvalidResponseError
        # From here on the place is known, even if the connection breaks before the first item.
        self._from = subscribed["cursor"]
        self._connected = True

    async def _frame(self, socket: WebSocket, until: Optional[float]) -> Dict[str, Any]:
        """The next notification. A connection can be dead without either end being told: silence is probed."""
        now = self._dialer.network.now
        interval = self._probe_interval
        while True:
            due = now() + interval * (socket.probes + 1) - socket.silence
            try:
                text = await socket.receive(due if until is None else min(due, until))
                return parse(text.encode())
            except TimedOut:
                if socket.silence >= interval * 3:
                    raise ConnectionResetError from None
                if socket.silence >= interval * (socket.probes + 1):
                    await self._probe(socket)
                self._check_time(until)

    async def _probe(self, socket: WebSocket) -> None:
        try:
            await socket.ping(self._dialer.network.now() + self._probe_interval)
        except TimedOut:
            raise ConnectionResetError from None

    def _item(self, frame: Dict[str, Any]) -> Optional[StreamItem]:
        params = frame.get("params")
        if frame.get("method") != "event" or not isinstance(params, dict):
            return None
        topic, cursor, event = params.get("topic"), params.get("cursor"), params.get("event")
        if not isinstance(topic, str) or not isinstance(cursor, str):
            raise InvalidResponseError
        if topic == "stop":
            self._from = cursor
            self._lose()
            return None
        item = item_of(topic, cursor, event)
        self._from = cursor
        self._failures = 0
        if topic == "caught_up":
            if self._caught_up:
                return None
            self._caught_up = True
        return item

    def _check_time(self, until: Optional[float]) -> None:
        if until is not None and self._dialer.network.now() >= until:
            raise TimedOut

    def _lose(self) -> None:
        self._drop()
        self._failures += 1
        if self._on_disconnect is not None and not self._closed:
            self._on_disconnect()

    def _drop(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.close()


def item_of(topic: str, cursor: str, event: Any) -> StreamItem:
    """Raises InvalidResponseError."""
    make = ITEMS.get(topic)
    if make is None:
        return UnknownItem(cursor=cursor, event=event, name=topic)
    try:
        return make(cursor, event)
    except (TypeError, ValueError) as cause:
        raise InvalidResponseError(why=f": {cause}") from cause
