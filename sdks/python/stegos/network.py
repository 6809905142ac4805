"""What the client needs of the outside world. The logic is written once, as coroutines over this.

`asyncio_network` gives it in an event loop. `blocking_network` gives it with calls that block and never suspend, so that
`run` carries a coroutine through in one go: no event loop, no thread.
"""

import ssl
from typing import Optional, Protocol


class TimedOut(Exception):
    """Nothing came in the time that was given."""


class Pipe(Protocol):
    """One connection. Reading and writing raise OSError when it breaks."""

    async def read(self, timeout: float) -> bytes:
        """What comes next, or nothing at the end. Raises TimedOut; nothing is lost then."""

    async def write(self, data: bytes, timeout: float) -> None:
        """Hands over all of it. Raises TimedOut."""

    def usable(self) -> bool:
        """Whether it may carry another request: it belongs to where we are, and the other side has not ended it."""

    def close(self) -> None:
        """Ends it. May be called from another thread and more than once: who reads gets the end."""


class Pause(Protocol):
    """A wait that can be cut short."""

    async def wait(self, seconds: float) -> None:
        """Returns after that time, or as soon as `end` has been called."""

    def end(self) -> None:
        """Ends this wait and all later ones. May be called from another thread."""


class Network(Protocol):
    """Connections and time."""

    async def connect(self, host: str, port: int, tls: Optional[ssl.SSLContext], timeout: float) -> Pipe:
        """Raises OSError or TimedOut."""

    def pause(self) -> Pause: ...

    def now(self) -> float:
        """Seconds of a clock that only goes forward."""
