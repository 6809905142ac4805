"""Every method of the contract, with the contract's examples."""

import asyncio
import inspect
import json
import pathlib
import unittest
from typing import Any, Dict, List

from stegos import AsyncClient, Client
from stegos.generated.contract import METHODS
from tests.support import contract, given, given_client


def arguments(name: str, params: Dict[str, Any]) -> Dict[str, Any]:
    """Parameters from JSON, as a Python program gives them."""
    by_name = {wire.name: wire for wire in METHODS[name].params}
    return {by_name[key].attribute: by_name[key].codec.from_json(value) for key, value in params.items()}


def function(client: Any, name: str) -> Any:
    group, method = name.split(".")
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in method)
    return getattr(getattr(client, group), snake)


class Spy:
    """Keeps what comes from the wire."""

    def __init__(self, client: Any) -> None:
        attempt = client._caller.attempt
        client._caller.attempt = self._look
        self._attempt = attempt
        self.raw: Any = None

    async def _look(self, *args: Any) -> Any:
        self.raw = await self._attempt(*args)
        return self.raw


class Examples(unittest.TestCase):
    def setUp(self) -> None:
        text = pathlib.Path(given("STEGOS_EXAMPLES")).read_text(encoding="utf-8")
        self.calls: List[Dict[str, Any]] = json.loads(text)

    def test_every_method_answers_and_nothing_of_the_answer_is_lost(self) -> None:
        with given_client() as client:
            spy = Spy(client)
            for call in self.calls:
                with self.subTest(call["name"]):
                    name = call["method"]
                    answer = function(client, name)(**arguments(name, call["params"]))
                    self.assertEqual(METHODS[name].result.to_json(answer), spy.raw)
        self.assertEqual({call["method"] for call in self.calls}, set(METHODS))

    def test_what_reads_answers_in_asyncio_too(self) -> None:
        kinds = {method["name"]: method["x-idempotency"] for method in contract()["methods"]}
        examples = [call for call in self.calls if kinds[call["method"]] == "read"]

        async def main() -> int:
            async with AsyncClient(given("STEGOS_URL"), given("STEGOS_TOKEN")) as client:
                spy = Spy(client)
                for call in examples:
                    name = call["method"]
                    answer = await function(client, name)(**arguments(name, call["params"]))
                    self.assertEqual(METHODS[name].result.to_json(answer), spy.raw, call["name"])
            return len(examples)

        self.assertGreater(asyncio.run(main()), 30)

    def test_both_clients_have_the_same_methods(self) -> None:
        plain, later = Client("http://127.0.0.1:1"), AsyncClient("http://127.0.0.1:1")
        for name in METHODS:
            one, other = function(plain, name), function(later, name)
            self.assertEqual(inspect.signature(one), inspect.signature(other), name)
            self.assertTrue(inspect.iscoroutinefunction(other), name)
            self.assertFalse(inspect.iscoroutinefunction(one), name)


class Recorded(unittest.TestCase):
    def test_the_recorded_results_of_the_contract_survive_the_way_there_and_back(self) -> None:
        document = contract()
        sample = {f"${name}": each["example"] for name, each in document["x-placeholders"].items()}

        def fill(value: Any) -> Any:
            if isinstance(value, list):
                return [fill(item) for item in value]
            if isinstance(value, dict):
                return {key: fill(item) for key, item in value.items()}
            return sample[value] if isinstance(value, str) and value.startswith("$") else value

        for method in document["methods"]:
            for example in method["examples"] if method["name"] in METHODS else []:
                codec = METHODS[method["name"]].result
                told = fill(example["result"]["value"])
                self.assertEqual(codec.to_json(codec.from_json(told)), told, method["name"])
