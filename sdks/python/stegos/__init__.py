"""Client of a Stegos node: private payments and a private message bus.

`Client` is for plain programs, `AsyncClient` for asyncio; both have the same methods, grouped as in the contract.
"""

from .amount import format_amount, parse_amount
from .async_client import AsyncClient, AsyncEventStream
from .client import Client, EventStream
from .errors import (
    CallTimeoutError,
    ClientClosedError,
    ConnectionLostError,
    ContractWarning,
    InvalidResponseError,
    OperationRefusedError,
    StegosError,
)
from .generated import errors as _errors, items as _items, types
from .generated.contract import CONTRACT_HASH, CONTRACT_VERSION
from .generated.errors import *  # noqa: F403
from .generated.errors import ERRORS
from .generated.items import *  # noqa: F403
from .item import Item, UnknownItem
from .list_all import list_all, list_all_async
from .record import Record
from .retry import Retry

__version__ = CONTRACT_VERSION

__all__ = [
    "CONTRACT_HASH",
    "CONTRACT_VERSION",
    "ERRORS",
    "AsyncClient",
    "AsyncEventStream",
    "CallTimeoutError",
    "Client",
    "ClientClosedError",
    "ConnectionLostError",
    "ContractWarning",
    "EventStream",
    "InvalidResponseError",
    "Item",
    "OperationRefusedError",
    "Record",
    "Retry",
    "StegosError",
    "UnknownItem",
    "format_amount",
    "list_all",
    "list_all_async",
    "parse_amount",
    "types",
]
__all__ += _errors.__all__
__all__ += _items.__all__
