"""One HTTP request per call, over connections that are kept."""

from collections import deque
from typing import Deque, List, Optional, Tuple

import h11

from .endpoint import MAX_ANSWER, Dialer
from .errors import CallTimeoutError, ConnectionLostError, InvalidResponseError
from .network import Pipe, TimedOut

IDLE = 8
"""Connections kept for later calls at most."""


class Http:
    def __init__(self, dialer: Dialer) -> None:
        self._dialer = dialer
        self._idle: Deque[Tuple[Pipe, h11.Connection]] = deque()
        endpoint = dialer.endpoint
        self._target = f"{endpoint.path}/rpc".encode()
        self._headers = [
            (b"Host", endpoint.authority.encode()),
            (b"Content-Type", b"application/json"),
            *endpoint.headers(),
        ]

    async def post(self, body: bytes, timeout: float, repeatable: bool) -> Tuple[int, bytes]:
        """Status and body of the answer. What may not be sent twice goes over a connection of its own.

        Raises ConnectionLostError, CallTimeoutError, InvalidResponseError or ClientClosedError.
        """
        kept = self._take() if repeatable else None
        if kept is not None:
            try:
                return await self._post(*kept, body, timeout)
            except ConnectionLostError:
                # The node had ended it while it lay idle. The call is safe to repeat.
                pass
        return await self._post(await self._dialer.dial(timeout), h11.Connection(h11.CLIENT), body, timeout)

    async def _post(self, pipe: Pipe, http: h11.Connection, body: bytes, timeout: float) -> Tuple[int, bytes]:
        dialer = self._dialer
        try:
            answer = await self._exchange(pipe, http, body, dialer.network.now() + timeout)
        except TimedOut:
            dialer.drop(pipe)
            raise CallTimeoutError(timeout) from None
        except OSError as cause:
            dialer.drop(pipe)
            dialer.check_open()
            raise ConnectionLostError(dialer.endpoint.url) from cause
        except h11.RemoteProtocolError as cause:
            dialer.drop(pipe)
            raise InvalidResponseError(why=f": {cause}") from None
        except BaseException:
            dialer.drop(pipe)
            raise
        self._give_back(pipe, http)
        return answer

    async def _exchange(
        self, pipe: Pipe, http: h11.Connection, body: bytes, until: float
    ) -> Tuple[int, bytes]:
        now = self._dialer.network.now
        headers = [*self._headers, (b"Content-Length", str(len(body)).encode())]
        request = http.send(h11.Request(method=b"POST", target=self._target, headers=headers))
        data = http.send(h11.Data(data=body))
        http.send(h11.EndOfMessage())
        await pipe.write((request or b"") + (data or b""), until - now())
        status = 0
        chunks: List[bytes] = []
        size = 0
        while True:
            event = http.next_event()
            if event is h11.NEED_DATA:
                received = await pipe.read(until - now())
                http.receive_data(received)
                if not received:
                    self._end(http, status)
                    break
            elif isinstance(event, h11.Response):
                status = event.status_code
            elif isinstance(event, h11.Data):
                chunks.append(bytes(event.data))
                size += len(event.data)
                if size > MAX_ANSWER:
                    raise InvalidResponseError(status, ": it is too long")
            elif isinstance(event, (h11.EndOfMessage, h11.ConnectionClosed)):
                break
        return status, b"".join(chunks)

    @staticmethod
    def _end(http: h11.Connection, status: int) -> None:
        """An answer that does not say how long it is ends with the connection; any other one is cut off."""
        try:
            http.next_event()
        except h11.RemoteProtocolError:
            raise ConnectionResetError from None
        if status == 0:
            raise ConnectionResetError

    def _take(self) -> Optional[Tuple[Pipe, h11.Connection]]:
        """A kept connection that still stands."""
        while True:
            try:
                pipe, http = self._idle.pop()
            except IndexError:
                return None
            if pipe.usable():
                return pipe, http
            self._dialer.drop(pipe)

    def _give_back(self, pipe: Pipe, http: h11.Connection) -> None:
        done = http.our_state is h11.DONE and http.their_state is h11.DONE
        if not done or len(self._idle) >= IDLE or self._dialer.closed:
            self._dialer.drop(pipe)
            return
        http.start_next_cycle()
        self._idle.append((pipe, http))
