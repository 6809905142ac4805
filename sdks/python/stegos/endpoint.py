"""Where the node is, and how it knows us."""

import re
import ssl
from typing import List, Optional, Set, Tuple
from urllib.parse import urlsplit

from .errors import CallTimeoutError, ClientClosedError, ConnectionLostError
from .network import Network, Pause, Pipe, TimedOut

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer or event at most: more is not of a node, whose own limits are far below."""


class Endpoint:
    """The address of a node, taken apart, and the token, which nothing prints."""

    def __init__(self, url: str, token: Optional[str], tls: Optional[ssl.SSLContext]) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("the address of a node is like http://127.0.0.1:3145")
        if parts.username is not None or parts.query or parts.fragment:
            raise ValueError("the address of a node has no user, query or fragment; a token goes into `token`")
        # A line break in it would let it write headers of its own. The message must not show it.
        if token is not None and not re.fullmatch(r"[\x21-\x7e]+", token):
            raise ValueError("a token is one word of printable ASCII")
        secure = parts.scheme == "https"
        self.host = parts.hostname
        self.port = parts.port or (443 if secure else 80)
        self.tls = (tls or ssl.create_default_context()) if secure else None
        self.path = parts.path.rstrip("/")
        self.authority = parts.netloc
        self.url = f"{parts.scheme}://{parts.netloc}{self.path}"
        self._token = token

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r})"

    def headers(self) -> List[Tuple[bytes, bytes]]:
        """Headers that let us in."""
        return [] if self._token is None else [(b"Authorization", b"Bearer " + self._token.encode())]


class Dialer:
    """Opens connections to the node, and ends them all."""

    def __init__(self, endpoint: Endpoint, network: Network) -> None:
        self.endpoint = endpoint
        self.network = network
        self.closed = False
        self._pipes: Set[Pipe] = set()
        self._pauses: Set[Pause] = set()

    async def dial(self, timeout: float) -> Pipe:
        """Raises ConnectionLostError, CallTimeoutError or ClientClosedError."""
        self.check_open()
        endpoint = self.endpoint
        try:
            pipe = await self.network.connect(endpoint.host, endpoint.port, endpoint.tls, timeout)
        except TimedOut:
            raise CallTimeoutError(timeout) from None
        except OSError as cause:
            raise ConnectionLostError(endpoint.url) from cause
        self._pipes.add(pipe)
        if self.closed:
            self.drop(pipe)
            raise ClientClosedError
        return pipe

    def drop(self, pipe: Pipe) -> None:
        """Ends one."""
        self._pipes.discard(pipe)
        pipe.close()

    async def wait(self, seconds: float) -> None:
        """Waits, unless everything ends before."""
        pause = self.network.pause()
        self._pauses.add(pause)
        try:
            if not self.closed:
                await pause.wait(seconds)
        finally:
            self._pauses.discard(pause)
        self.check_open()

    def check_open(self) -> None:
        if self.closed:
            raise ClientClosedError

    def close(self) -> None:
        """Ends all there are; no other one is opened."""
        self.closed = True
        for pipe in list(self._pipes):
            self.drop(pipe)
        for pause in list(self._pauses):
            pause.end()
