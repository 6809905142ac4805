"""What travels as JSON, and the values Python has for it."""

import base64
import binascii
from datetime import datetime, timezone
from typing import Any, ClassVar, Dict, Optional, Protocol, Sequence, Tuple, Type, TypeVar

Self = TypeVar("Self", bound="Record")


class Codec(Protocol):
    """Translates a value from and to JSON. Both raise ValueError or TypeError for what they do not know."""

    def from_json(self, value: Any) -> Any: ...

    def to_json(self, value: Any) -> Any: ...


class Plain:
    """Text, numbers and truth values are the same on both sides."""

    def from_json(self, value: Any) -> Any:
        return value

    def to_json(self, value: Any) -> Any:
        return value


class AmountCodec:
    """Base units: int here, a decimal string there."""

    def from_json(self, value: Any) -> int:
        if not isinstance(value, str) or not (value.isascii() and value.isdigit()):
            raise ValueError("an amount is a decimal string")
        return int(value)

    def to_json(self, value: Any) -> str:
        # A float would round money without telling; True is no amount either.
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError("an amount is an int of base units; parse_amount('1.5') makes one of coins")
        if not 0 <= value < 2**64:
            raise ValueError(f"an amount is between 0 and 2**64 - 1: {value}")
        return str(value)


class TimeCodec:
    """A datetime with a time zone here, RFC 3339 in UTC with milliseconds there."""

    def from_json(self, value: Any) -> datetime:
        if not isinstance(value, str) or not value.endswith("Z"):
            raise ValueError("a time is RFC 3339 in UTC")
        return datetime.fromisoformat(value[:-1]).replace(tzinfo=timezone.utc)

    def to_json(self, value: Any) -> str:
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise TypeError("a time is a datetime with a time zone")
        return value.astimezone(timezone.utc).isoformat(timespec="milliseconds")[:-6] + "Z"


class BytesCodec:
    """Bytes here, base64 there."""

    def from_json(self, value: Any) -> bytes:
        try:
            return base64.b64decode(value, validate=True)
        except binascii.Error as cause:
            raise ValueError("not base64") from cause

    def to_json(self, value: Any) -> str:
        if not isinstance(value, (bytes, bytearray, memoryview)):
            raise TypeError("a body is bytes; 'text'.encode() makes them of text")
        return base64.b64encode(value).decode()


class Each:
    """A tuple here, an array there."""

    def __init__(self, items: Codec) -> None:
        self._items = items

    def from_json(self, value: Any) -> Tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError("not an array")
        return tuple(self._items.from_json(item) for item in value)

    def to_json(self, value: Any) -> Any:
        if isinstance(value, (str, bytes)):
            raise TypeError("a sequence of values, not one text")
        return [self._items.to_json(item) for item in value]


PLAIN = Plain()
AMOUNT = AmountCodec()
TIME = TimeCodec()
BYTES = BytesCodec()


def each(items: Any) -> Any:
    """The codec of an array."""
    return Each(items)


class Wire:
    """One field of a record, or one parameter of a method."""

    def __init__(self, name: str, attribute: str, codec: Any, required: bool = True) -> None:
        self.name = name
        """In JSON."""
        self.attribute = attribute
        """In Python."""
        self.codec: Codec = codec
        self.required = required


class Record:
    """An object of the contract."""

    WIRE: ClassVar[Sequence[Wire]] = ()

    @classmethod
    def from_json(cls: Type[Self], value: Any) -> Self:
        """Makes it of parsed JSON. Fields it does not know are left out; ValueError when one is missing or ill-formed."""
        if not isinstance(value, dict):
            raise ValueError(f"{cls.__name__} is an object")
        fields: Dict[str, Any] = {}
        for wire in cls.WIRE:
            given: Optional[Any] = value.get(wire.name)
            if given is not None:
                fields[wire.attribute] = wire.codec.from_json(given)
            elif wire.required:
                raise ValueError(f"{cls.__name__} has {wire.name}")
        return cls(**fields)

    def to_json(self) -> Dict[str, Any]:
        """The object as JSON has it; absent fields are left out."""
        given = ((wire, getattr(self, wire.attribute)) for wire in self.WIRE)
        return {wire.name: wire.codec.to_json(value) for wire, value in given if value is not None}
