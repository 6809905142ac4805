"""One call, repeated until it is answered: always with the same idempotency key, so that it never has a second effect."""

import secrets
import warnings
from typing import Any, Callable, Dict, Mapping, Optional

from .endpoint import Dialer
from .errors import ContractWarning, InvalidResponseError, StegosError
from .generated.contract import CONTRACT_HASH, METHODS
from .generated.errors import RateLimitedError
from .http import Http
from .method import Method
from .retry import Retry, backoff
from .rpc import encode_request, parse, result_of


class Caller:
    """What both clients call with."""

    def __init__(
        self,
        dialer: Dialer,
        *,
        retry: Retry,
        timeout: float,
        random: Callable[[], float],
        check_contract: bool,
    ) -> None:
        self.dialer = dialer
        self.retry = retry
        self.timeout = timeout
        self.random = random
        self._http = Http(dialer)
        self._unchecked = check_contract

    async def call(self, method: Method, given: Mapping[str, Any], timeout: Optional[float]) -> Any:
        """The decoded result. Raises StegosError; TypeError or ValueError for parameters that cannot be."""
        self.dialer.check_open()
        params = method.encode(given)
        if method.keyed:
            params.setdefault("idempotencyKey", secrets.token_hex(16))
        return await self._repeat(method.name, params, timeout, decode_by(method))

    async def call_by_name(self, name: str, given: Optional[Mapping[str, Any]], timeout: Optional[float]) -> Any:
        """The result as parsed JSON. One that is not in the contract is not repeated without a key. Raises StegosError."""
        self.dialer.check_open()
        params = dict(given or {})
        known = METHODS.get(name)
        if known is not None and known.keyed:
            params.setdefault("idempotencyKey", secrets.token_hex(16))
        repeatable = known is not None or "idempotencyKey" in params
        return await self._repeat(name, params, timeout, as_it_is, repeatable)

    async def _repeat(
        self,
        name: str,
        params: Dict[str, Any],
        timeout: Optional[float],
        decode: Callable[[Any], Any],
        repeatable: bool = True,
    ) -> Any:
        attempts = self.retry.attempts if repeatable else 1
        limit = self.timeout if timeout is None else timeout
        if self._unchecked:
            await self._compare_contracts(limit)
        failures = 0
        while True:
            try:
                return decode(await self.attempt(name, params, limit, repeatable))
            except StegosError as error:
                error.method = name
                error.idempotency_key = params.get("idempotencyKey")
                failures += 1
                if not error.retryable or failures >= attempts:
                    raise
                asked = error.data.retry_after if isinstance(error, RateLimitedError) else 0.0
            await self.dialer.wait(max(asked, backoff(failures, self.retry, self.random)))

    async def attempt(
        self, method: str, params: Dict[str, Any], timeout: float, repeatable: bool = True
    ) -> Any:
        """The result of one try, as parsed JSON. Raises StegosError."""
        status, text = await self._http.post(encode_request(1, method, params), timeout, repeatable)
        return result_of(parse(text, status), status)

    async def _compare_contracts(self, timeout: float) -> None:
        """Warns when the node serves another contract. Before the first call, so that no answer is lost to a warning."""
        try:
            told = (await self.attempt("node.version", {}, timeout))["contract"]
            theirs, version = told["hash"], told["version"]
        except (StegosError, KeyError, TypeError):
            return
        self._unchecked = False
        if theirs != CONTRACT_HASH:
            warnings.warn(
                f"The node serves another contract (version {version}) than this package was made from. "
                "Update the older one of the two.",
                ContractWarning,
                stacklevel=2,
            )


def decode_by(method: Method) -> Callable[[Any], Any]:
    def decode(result: Any) -> Any:
        try:
            return method.result.from_json(result)
        except (TypeError, ValueError) as cause:
            raise InvalidResponseError(why=f": {cause}") from cause

    return decode


def as_it_is(result: Any) -> Any:
    return result
