"""What the steps of a stream have in common."""

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Item:
    """One step of a stream."""

    cursor: str
    """Store it once you have dealt with the item, and give it as `from_` to go on after it."""


@dataclass(frozen=True)
class UnknownItem(Item):
    """An event of a topic that this version of the package does not know."""

    event: Any
    """The event as parsed JSON."""

    name: str
    """Its topic."""

    topic: Literal["unknown"] = "unknown"
