"""The frames of JSON-RPC 2.0, as far as a client meets them."""

import json
from typing import Any, Dict, Mapping, Optional

from .errors import InvalidResponseError, StegosError
from .generated.errors import ERRORS


def encode_request(number: int, method: str, params: Mapping[str, Any]) -> bytes:
    """The text of a request."""
    frame = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode()


def parse(text: bytes, status: Optional[int] = None) -> Dict[str, Any]:
    """An object. Raises InvalidResponseError."""
    try:
        frame = json.loads(text)
    except ValueError:
        raise InvalidResponseError(status) from None
    if not isinstance(frame, dict):
        raise InvalidResponseError(status)
    return frame


def result_of(frame: Mapping[str, Any], status: Optional[int] = None) -> Any:
    """The result in an answer. Raises the StegosError it carries, or InvalidResponseError."""
    error = frame.get("error")
    if error is None and frame.get("result") is not None:
        return frame["result"]
    data = error.get("data") if isinstance(error, dict) else None
    if not isinstance(error, dict) or not isinstance(data, dict) or not isinstance(data.get("type"), str):
        raise InvalidResponseError(status)
    raise error_of(str(error.get("message")), error.get("code"), data)


def error_of(message: str, code: Any, data: Mapping[str, Any]) -> StegosError:
    """The error of that symbol, or a StegosError with `data` as it came when the node knows more than we do."""
    symbol: str = data["type"]
    retryable = data.get("retryable") is True
    known = ERRORS.get(symbol)
    if known is not None:
        try:
            return known(message, data=known.DATA.from_json(data), retryable=retryable, code=code)
        except (TypeError, ValueError):
            pass
    return StegosError(message, data=data, retryable=retryable, symbol=symbol, code=code)
