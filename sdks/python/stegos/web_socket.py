"""One WebSocket connection to the node, from its opening to its end."""

from collections import deque
from typing import Deque, List

import wsproto
from wsproto import events as ws
from wsproto.utilities import LocalProtocolError, RemoteProtocolError

from .endpoint import MAX_ANSWER, Dialer
from .errors import CallTimeoutError, ConnectionLostError, InvalidResponseError
from .network import Pipe, TimedOut
from .rpc import parse, result_of


REPLY_TIME = 5.0
"""Seconds the other side may take to accept the answer to its ping."""


class WebSocket:
    """Made by `open_web_socket`."""

    def __init__(self, dialer: Dialer, pipe: Pipe) -> None:
        self._dialer = dialer
        self._pipe = pipe
        self._protocol = wsproto.WSConnection(wsproto.ConnectionType.CLIENT)
        self._parts: List[str] = []
        self._size = 0
        self._texts: Deque[str] = deque()
        self._ended = False
        self.silence = 0.0
        """Seconds we have waited since the other side last gave a sign of life."""
        self.probes = 0
        """How often it was asked for one since."""

    async def open(self, until: float) -> None:
        """Raises the node's error, TimedOut or OSError."""
        endpoint = self._dialer.endpoint
        request = ws.Request(
            host=endpoint.authority,
            target=f"{endpoint.path}/ws",
            subprotocols=["stegos"],
            extra_headers=endpoint.headers(),
        )
        await self._pipe.write(self._protocol.send(request), until - self._dialer.network.now())
        status, refusal = 0, b""
        while True:
            for event in await self._events(until):
                if isinstance(event, ws.AcceptConnection):
                    return
                if isinstance(event, ws.RejectConnection):
                    status = event.status_code
                    if not event.has_body:
                        raise InvalidResponseError(status)
                elif isinstance(event, ws.RejectData):
                    refusal += bytes(event.data)
                    if event.body_finished or len(refusal) > MAX_ANSWER:
                        result_of(parse(refusal, status), status)
                        raise InvalidResponseError(status)

    async def send(self, text: bytes, until: float) -> None:
        """Raises TimedOut or OSError."""
        message = self._protocol.send(ws.TextMessage(data=text.decode()))
        await self._pipe.write(message, until - self._dialer.network.now())

    async def ping(self, until: float) -> None:
        """Asks for a sign of life. Raises TimedOut or OSError."""
        self.probes += 1
        await self._pipe.write(self._protocol.send(ws.Ping()), until - self._dialer.network.now())

    async def receive(self, until: float) -> str:
        """The next text. Raises TimedOut, which loses nothing, or OSError at the end."""
        while not self._texts:
            if self._ended:
                raise ConnectionResetError
            replies = b""
            for event in await self._events(until):
                if isinstance(event, ws.TextMessage):
                    self._collect(event)
                elif isinstance(event, ws.Ping):
                    replies += self._protocol.send(event.response())
                elif isinstance(event, (ws.CloseConnection, ws.BytesMessage)):
                    self._ended = True
            if replies and not self._ended:
                await self._reply(replies)
        return self._texts.popleft()

    def close(self) -> None:
        self._dialer.drop(self._pipe)

    async def _reply(self, replies: bytes) -> None:
        try:
            await self._pipe.write(replies, REPLY_TIME)
        except TimedOut:
            raise ConnectionResetError from None

    def _collect(self, event: ws.TextMessage) -> None:
        self._parts.append(event.data)
        self._size += len(event.data)
        if self._size > MAX_ANSWER:
            raise ConnectionResetError
        if event.message_finished:
            self._texts.append("".join(self._parts))
            self._parts, self._size = [], 0

    async def _events(self, until: float) -> List[ws.Event]:
        now = self._dialer.network.now
        began = now()
        self.silence, before = 0.0, self.silence
        try:
            data = await self._pipe.read(until - began)
        except BaseException:
            self.silence = before + now() - began
            raise
        if not data:
            raise ConnectionResetError
        self.probes = 0
        try:
            self._protocol.receive_data(data)
            return list(self._protocol.events())
        except (RemoteProtocolError, LocalProtocolError) as cause:
            raise ConnectionResetError from cause


async def open_web_socket(dialer: Dialer, timeout: float) -> WebSocket:
    """Raises the node's error, ConnectionLostError, CallTimeoutError, InvalidResponseError or ClientClosedError."""
    socket = WebSocket(dialer, await dialer.dial(timeout))
    try:
        await socket.open(dialer.network.now() + timeout)
    except TimedOut:
        socket.close()
        raise CallTimeoutError(timeout) from None
    except OSError as cause:
        socket.close()
        dialer.check_open()
        raise ConnectionLostError(dialer.endpoint.url) from cause
    except BaseException:
        socket.close()
        raise
    return socket
