"""The errors of this package. Every one is a StegosError, and each symbol is a class of its own."""

from typing import Any, ClassVar, Dict, Optional


class StegosError(Exception):
    """A call or a stream failed. Catch it by its class, such as `stegos.InsufficientFundsError`, or ask for `symbol`.

    An error that this version of the package does not know, since the node is newer, is of this class itself.
    """

    NUMBER: ClassVar[Optional[int]] = None
    SYMBOL: ClassVar[str] = "unknown"
    DATA: ClassVar[Any] = None

    def __init__(
        self,
        message: str,
        *,
        data: Any = None,
        retryable: bool = False,
        symbol: Optional[str] = None,
        code: Optional[int] = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.symbol = self.SYMBOL if symbol is None else symbol
        """What happened, such as `insufficient_funds`."""
        self.data = data
        """What belongs to it, of a type that the class tells."""
        self.retryable = retryable
        """Whether the same call may succeed later. The client has tried several times already."""
        self.code = self.NUMBER if code is None else code
        """Number in the contract's error table; None for errors that arise on this side of the wire."""
        self.method: Optional[str] = None
        """The method that was called."""
        self.idempotency_key: Optional[str] = None
        """The key the call was made with: calling again with it and the same parameters never has a second effect."""

    def __str__(self) -> str:
        where = f"{self.method}: " if self.method else ""
        return f"{where}{self.message} ({self.symbol})"


class ConnectionLostError(StegosError):
    """The node cannot be reached, or the connection broke before the answer came: the call may have been carried out."""

    SYMBOL = "connection_lost"

    def __init__(self, url: str) -> None:
        super().__init__(f"No connection to {url}", data={"url": url}, retryable=True)


class CallTimeoutError(StegosError):
    """No answer in time: the call may have been carried out."""

    SYMBOL = "timeout"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"No answer within {seconds:g} s", data={"seconds": seconds}, retryable=True)


class InvalidResponseError(StegosError):
    """What answered is not a Stegos node: often a proxy, or another service on that port."""

    SYMBOL = "invalid_response"

    def __init__(self, status: Optional[int] = None, why: str = "") -> None:
        what = "" if status is None else f" (HTTP status {status})"
        data: Dict[str, Any] = {"status": status}
        # What a proxy says while the node behind it is away.
        away = status in (502, 503, 504)
        super().__init__(f"The answer is not one of a Stegos node{what}{why}", data=data, retryable=away)


class OperationRefusedError(StegosError):
    """What `wait_for_stake` waited for will never be in a block: the stake is as it was. `data` is a RefusedOperation."""

    SYMBOL = "operation_refused"


class ClientClosedError(StegosError):
    """`close()` was called."""

    SYMBOL = "client_closed"

    def __init__(self) -> None:
        super().__init__("Client closed", data={})


class ContractWarning(UserWarning):
    """The node serves another contract than this package was made from."""
