"""Sockets that block, and the way to run coroutines over them without an event loop."""

import select
import socket
import ssl
import threading
import time
from typing import Any, Coroutine, Optional, TypeVar

from .network import Pause, Pipe, TimedOut

READ = 65_536
"""Bytes of one read at most."""

Result = TypeVar("Result")


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Carries a coroutine through that never suspends, since all it waits for blocks."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    coroutine.close()
    raise RuntimeError("a coroutine over blocking calls has suspended")


class BlockingPipe:
    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected

    async def read(self, timeout: float) -> bytes:
        self._socket.settimeout(max(timeout, 0.001))
        try:
            return self._socket.recv(READ)
        except socket.timeout:
            raise TimedOut from None

    async def write(self, data: bytes, timeout: float) -> None:
        self._socket.settimeout(max(timeout, 0.001))
        try:
            self._socket.sendall(data)
        except socket.timeout:
            raise TimedOut from None

    def usable(self) -> bool:
        # Between two requests nothing is due: what is readable is the end.
        try:
            return not select.select([self._socket], [], [], 0)[0]
        except (OSError, ValueError):
            return False

    def close(self) -> None:
        try:
            # Wakes a thread that reads; closing alone does not.
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._socket.close()


class BlockingPause:
    def __init__(self) -> None:
        self._ended = threading.Event()

    async def wait(self, seconds: float) -> None:
        self._ended.wait(seconds)

    def end(self) -> None:
        self._ended.set()


class BlockingNetwork:
    async def connect(self, host: str, port: int, tls: Optional[ssl.SSLContext], timeout: float) -> Pipe:
        try:
            connected = socket.create_connection((host, port), timeout)
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if tls is not None:
                try:
                    connected = tls.wrap_socket(connected, server_hostname=host)
                except BaseException:
                    connected.close()
                    raise
        except socket.timeout:
            raise TimedOut from None
        return BlockingPipe(connected)

    def pause(self) -> Pause:
        return BlockingPause()

    def now(self) -> float:
        return time.monotonic()
