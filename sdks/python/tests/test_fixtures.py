"""The recorded conversations (test/fixtures of the project), had with both clients.

What they see is written down, and compared by who started this.
"""

import asyncio
import inspect
import json
import pathlib
import unittest
from typing import Any, Dict, List, Optional

from stegos import AsyncClient, Client, Retry, StegosError
from stegos.generated.contract import METHODS
from tests.support import given
from tests.test_all_methods import arguments, function

QUICK = Retry(delay=0.001)


class Program:
    """Does what the acts say, by typed calls; has one stream at a time."""

    def __init__(self, kind: Any, url: str) -> None:
        self._kind = kind
        self._url = url
        self._clients: Dict[Optional[str], Any] = {}
        self._stream: Any = None

    async def perform(self, act: Dict[str, Any]) -> Dict[str, Any]:
        try:
            return await self._perform(act)
        except StegosError as error:
            return {"error": refusal(error)}

    async def _perform(self, act: Dict[str, Any]) -> Dict[str, Any]:
        kind, params = act["act"], act.get("params", {})
        if kind == "call":
            client, name = self._client(act.get("token")), act["method"]
            answer = await awaited(function(client, name)(**arguments(name, params)))
            return {"result": METHODS[name].result.to_json(answer)}
        if kind == "open":
            self._stream = self._client(act.get("token")).events(
                params["topics"], account_id=params.get("accountId"), from_=params.get("from")
            )
        elif kind == "read":
            return {"items": [seen(await self._next()) for _ in range(act["items"])]}
        elif kind == "fail":
            await self._next()
        else:
            await awaited(self._stream.close())
        return {}

    async def _next(self) -> Any:
        return await (self._stream.__anext__() if self._kind is AsyncClient else awaited(next(self._stream)))

    def _client(self, token: Optional[str]) -> Any:
        if token not in self._clients:
            self._clients[token] = self._kind(self._url, token, retry=QUICK)
        return self._clients[token]

    async def close(self) -> None:
        for client in self._clients.values():
            await awaited(client.close())


async def awaited(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def seen(item: Any) -> Dict[str, Any]:
    return {"topic": item.topic, "cursor": item.cursor, "event": item.event.to_json()}


def refusal(error: StegosError) -> Dict[str, Any]:
    data = error.DATA.to_json(error.data)
    told = {name: value for name, value in data.items() if name not in ("type", "retryable")}
    return {"code": error.code, "symbol": error.symbol, "retryable": error.retryable, "data": told}


class Fixtures(unittest.TestCase):
    def test_the_recorded_conversations(self) -> None:
        parts: List[Dict[str, Any]] = json.loads(pathlib.Path(given("STEGOS_FIXTURES")).read_text("utf-8"))
        outcomes: Dict[str, List[Dict[str, Any]]] = {}

        async def main() -> None:
            for number, part in enumerate(parts):
                # Each is there twice.
                kind = AsyncClient if number % 2 else Client
                program = Program(kind, part["url"])
                outcomes[part["name"]] = [await program.perform(act) for act in part["acts"]]
                await program.close()

        asyncio.run(main())
        pathlib.Path(given("STEGOS_OUTCOMES")).write_text(json.dumps(outcomes), encoding="utf-8")


if __name__ == "__main__":
    unittest.main()
