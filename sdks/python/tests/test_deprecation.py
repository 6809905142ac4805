"""Methods on their way out: Python's own warning, told of the line that calls."""

import asyncio
import unittest
import warnings
from typing import Any, Dict, List
from unittest import mock

from stegos import Client
from stegos.deprecation import deprecated
from stegos.generated.contract import METHODS
from stegos.method import Method
from tests.support import Scripted, http_answer, result

MESSAGE = "chain.status: Deprecated since 0.2.0, removed in 0.4.0: use chain.block."


class Group:
    @deprecated(MESSAGE)
    def plain(self, *, height: int) -> int:
        """What it does."""
        return height

    @deprecated(MESSAGE)
    async def awaited(self) -> int:
        return 2


def told(caught: List[warnings.WarningMessage]) -> List[Any]:
    return [(each.category, str(each.message), each.filename) for each in caught]


class Deprecation(unittest.TestCase):
    def test_a_call_warns_where_it_stands_and_is_carried_out(self) -> None:
        self.assertEqual(Group.plain.__doc__, "What it does.")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            self.assertEqual(Group().plain(height=1), 1)
            self.assertEqual(asyncio.run(Group().awaited()), 2)
        self.assertEqual(told(caught), [(DeprecationWarning, MESSAGE, __file__)] * 2)

    def test_calls_by_name_warn_too(self) -> None:
        leaving = Method(
            "chain.status", keyed=False, params=(), exactly_one_of=(), result=None, deprecated=MESSAGE
        )
        methods: Dict[str, Method] = {"chain.status": leaving}
        server = Scripted(http_answer(result({"height": 1})), http_answer(result({"version": "1"})))
        self.addCleanup(server.close)
        with mock.patch.dict(METHODS, methods), Client(server.url, check_contract=False) as client:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                self.assertEqual(client.call("chain.status"), {"height": 1})
                self.assertEqual(client.call("node.version"), {"version": "1"})
        self.assertEqual(told(caught), [(DeprecationWarning, MESSAGE, __file__)])
