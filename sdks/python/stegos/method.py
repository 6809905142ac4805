"""One method of the contract, as the runtime sees it."""

from typing import Any, Dict, Mapping, Optional, Protocol, Sequence

from .record import Codec, Wire


class Method:
    """How a call looks on the wire."""

    def __init__(
        self,
        name: str,
        *,
        keyed: bool,
        params: Sequence[Wire],
        exactly_one_of: Sequence[str],
        result: Any,
        deprecated: Optional[str] = None,
    ) -> None:
        self.name = name
        self.keyed = keyed
        """Whether it takes an idempotency key."""
        self.params = params
        self.exactly_one_of = exactly_one_of
        self.result: Codec = result
        self.deprecated = deprecated
        """What to say of it, if it is on its way out."""

    def encode(self, given: Mapping[str, Any]) -> Dict[str, Any]:
        """The parameters as JSON has them. TypeError or ValueError naming the one that cannot be."""
        known = {wire.name: wire for wire in self.params}
        for name in given:
            if name not in known:
                raise TypeError(f"{self.name} has no parameter {name}")
        for wire in self.params:
            if wire.required and given.get(wire.name) is None:
                raise TypeError(f"{self.name} needs {wire.attribute}")
        choices = [known[name].attribute for name in self.exactly_one_of]
        if choices and sum(given.get(name) is not None for name in self.exactly_one_of) != 1:
            raise TypeError(f"{self.name} takes exactly one of {', '.join(choices)}")
        encoded = {}
        for name, value in given.items():
            if value is None:
                continue
            try:
                encoded[name] = known[name].codec.to_json(value)
            except (TypeError, ValueError) as error:
                raise type(error)(f"{self.name}, {known[name].attribute}: {error}") from None
        return encoded


class PlainCall(Protocol):
    """Carries out a call and returns its decoded result."""

    def __call__(self, method: Method, params: Dict[str, Any], timeout: Optional[float]) -> Any: ...


class AsyncCall(Protocol):
    """Carries out a call and returns its decoded result."""

    async def __call__(self, method: Method, params: Dict[str, Any], timeout: Optional[float]) -> Any: ...
