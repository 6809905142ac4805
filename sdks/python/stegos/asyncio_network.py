"""Connections and time of an asyncio event loop."""

import asyncio
import ssl
import time
from typing import Awaitable, Optional, TypeVar

from .network import Pause, Pipe, TimedOut

READ = 65_536
"""Bytes of one read at most."""

Result = TypeVar("Result")


async def within(seconds: float, work: Awaitable[Result]) -> Result:
    try:
        return await asyncio.wait_for(work, max(seconds, 0.001))
    except asyncio.TimeoutError:
        raise TimedOut from None


class AsyncioPipe:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._loop = asyncio.get_running_loop()

    async def read(self, timeout: float) -> bytes:
        return await within(timeout, self._reader.read(READ))

    async def write(self, data: bytes, timeout: float) -> None:
        self._writer.write(data)
        await within(timeout, self._writer.drain())

    def usable(self) -> bool:
        # A client may serve one event loop after the other, but a connection is at home in one.
        mine = self._loop is asyncio.get_running_loop()
        return mine and not self._reader.at_eof() and not self._writer.is_closing()

    def close(self) -> None:
        if not self._loop.is_closed():
            self._writer.transport.abort()


class AsyncioPause:
    def __init__(self) -> None:
        self._event: Optional[asyncio.Event] = None
        self._ended = False

    async def wait(self, seconds: float) -> None:
        if self._ended:
            return
        # Made here and not at the beginning: an Event belongs to the loop that runs.
        self._event = asyncio.Event()
        try:
            await within(seconds, self._event.wait())
        except TimedOut:
            pass

    def end(self) -> None:
        self._ended = True
        if self._event is not None:
            self._event.set()


class AsyncioNetwork:
    async def connect(self, host: str, port: int, tls: Optional[ssl.SSLContext], timeout: float) -> Pipe:
        reader, writer = await within(timeout, asyncio.open_connection(host, port, ssl=tls))
        return AsyncioPipe(reader, writer)

    def pause(self) -> Pause:
        return AsyncioPause()

    def now(self) -> float:
        return time.monotonic()
