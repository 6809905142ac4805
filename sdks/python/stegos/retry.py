"""How often and how patiently a call is repeated."""

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Retry:
    """Eight attempts over about ten seconds: enough for a node to restart. `Retry(attempts=1)` never repeats."""

    attempts: int = 8
    """Attempts in all."""

    delay: float = 0.1
    """Seconds before the second attempt; doubled for each one after it."""

    max_delay: float = 5.0
    """Seconds between attempts at most, unless the node asks for more."""


def backoff(failures: int, retry: Retry, random: Callable[[], float]) -> float:
    """Seconds to wait after that many failures (from 1).

    Exponential, between half of it and all of it by chance, so that clients which failed together do not come back
    together.
    """
    full: float = min(retry.max_delay, retry.delay * 2.0 ** min(failures - 1, 32))
    return full / 2 + full / 2 * random()
