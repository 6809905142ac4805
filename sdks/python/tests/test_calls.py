"""Calls: typed errors, retries that never have a second effect, and answers nobody should send."""

import asyncio
import secrets
import unittest
import warnings
from typing import Any

import stegos
from stegos import AsyncClient, Client, Retry
from tests.support import Proxy, Scripted, error, given, given_client, http_answer, result

QUICK = Retry(delay=0.001, max_delay=0.002)


def port() -> int:
    return int(given("STEGOS_URL").rsplit(":", 1)[1])


class Errors(unittest.TestCase):
    def test_each_symbol_is_a_class_with_data_of_its_own(self) -> None:
        with given_client() as client:
            poor = client.account.create(name="poor")
            with self.assertRaises(stegos.InsufficientFundsError) as caught:
                client.payment.send(account_id=poor.account_id, to=poor.address, amount=5_000_000)
            self.assertGreater(caught.exception.data.needed, 5_000_000)
            self.assertEqual(caught.exception.data.available, 0)
            self.assertEqual((caught.exception.symbol, caught.exception.code), ("insufficient_funds", 1200))
            self.assertEqual(caught.exception.method, "payment.send")
            self.assertFalse(caught.exception.retryable)
            self.assertRegex(caught.exception.idempotency_key or "", "^[0-9a-f]{32}$")

    def test_the_node_says_who_may_not_come_in(self) -> None:
        with Client(given("STEGOS_URL"), "wrong") as client, self.assertRaises(stegos.UnauthorizedError):
            client.node.status()
        with Client(given("STEGOS_URL"), "wrong") as client, self.assertRaises(stegos.UnauthorizedError):
            next(client.events(["chain.block"]))

    def test_an_error_of_a_newer_node_is_told_by_its_symbol(self) -> None:
        server = Scripted(http_answer(error("moon_missing", 1999, phase=3)))
        self.addCleanup(server.close)
        with Client(server.url, check_contract=False) as client:
            with self.assertRaises(stegos.StegosError) as caught:
                client.node.status()
        self.assertIs(type(caught.exception), stegos.StegosError)
        self.assertEqual((caught.exception.symbol, caught.exception.data["phase"]), ("moon_missing", 3))

    def test_what_is_no_node_is_called_so(self) -> None:
        for answer in (http_answer(b"<html>", "404 Not Found"), http_answer([]), b"SSH-2.0-OpenSSH\r\n\r\n"):
            server = Scripted(answer)
            self.addCleanup(server.close)
            with Client(server.url, check_contract=False) as client, self.subTest(answer):
                with self.assertRaises(stegos.InvalidResponseError):
                    client.node.status()

    def test_parameters_that_cannot_be_are_refused_before_they_leave(self) -> None:
        client: Any = Client("http://127.0.0.1:1")
        send = client.payment.send
        for wrong in (1.5, "1", True):
            with self.assertRaisesRegex(TypeError, "payment.send, amount: an amount is an int"):
                send(account_id="00", to="dstg1", amount=wrong)
        with self.assertRaisesRegex(ValueError, "between 0 and"):
            send(account_id="00", to="dstg1", amount=-1)
        with self.assertRaisesRegex(TypeError, "exactly one of validator_id, validator_key"):
            client.stake.validator()
        with self.assertRaisesRegex(TypeError, "body is bytes"):
            client.message.send(account_id="00", to="dstg1", body="text")


class Retries(unittest.TestCase):
    def setUp(self) -> None:
        self.proxy = Proxy(port())
        self.addCleanup(self.proxy.close)

    def test_a_call_whose_answer_was_lost_is_repeated_with_the_same_key(self) -> None:
        with Client(self.proxy.url, given("STEGOS_TOKEN"), retry=QUICK) as client:
            before = {each.account_id for each in stegos.list_all(client.account.list)}
            self.proxy.lose(3)
            made = client.account.create(name="once")
            after = {each.account_id for each in stegos.list_all(client.account.list)}
        self.assertEqual(self.proxy.lost, 3)
        self.assertEqual(after - before, {made.account_id})

    def test_in_asyncio_too_with_a_key_of_ones_own(self) -> None:
        key = secrets.token_hex(8)

        async def main() -> None:
            async with AsyncClient(self.proxy.url, given("STEGOS_TOKEN"), retry=QUICK) as client:
                await client.node.status()
                self.proxy.lose(2)
                first = await client.account.create(name="own", idempotency_key=key)
                again = await client.account.create(name="own", idempotency_key=key)
                self.assertEqual(first, again)
                with self.assertRaises(stegos.IdempotencyConflictError):
                    await client.account.create(name="other", idempotency_key=key)

        asyncio.run(main())
        self.assertEqual(self.proxy.lost, 2)

    def test_no_more_often_than_told(self) -> None:
        with Client(self.proxy.url, given("STEGOS_TOKEN"), retry=QUICK) as client:
            client.node.status()
        self.proxy.lose(1_000)
        once = Retry(attempts=2, delay=0.001)
        with Client(self.proxy.url, given("STEGOS_TOKEN"), retry=once, check_contract=False) as client:
            with self.assertRaises(stegos.ConnectionLostError) as caught:
                client.account.create(name="never")
        self.assertEqual(self.proxy.lost, 2)
        self.assertIsNotNone(caught.exception.idempotency_key)

    def test_a_node_that_asks_for_patience_gets_it(self) -> None:
        limited = error("rate_limited", 1602, retryable=True, retryAfter=0.01)
        away = http_answer(b"<html>", "502 Bad Gateway")
        mined = http_answer(result({"height": 7, "extra": "of a newer node"}))
        server = Scripted(http_answer(limited, "429 Too Many Requests"), away, b"", mined)
        self.addCleanup(server.close)
        with Client(server.url, retry=QUICK, check_contract=False) as client:
            self.assertEqual(client.dev.mine().height, 7)
        keys = {asked.partition(b"idempotencyKey")[2] for asked in server.asked}
        self.assertEqual((len(server.asked), len(keys)), (4, 1))

    def test_a_timeout_of_one_call(self) -> None:
        server = Scripted()
        self.addCleanup(server.close)
        with Client(server.url, retry=Retry(attempts=1), check_contract=False) as client:
            with self.assertRaises(stegos.CallTimeoutError):
                client.node.status(timeout=0.05)


class ByName(unittest.TestCase):
    def test_a_method_of_the_contract_carries_a_key_and_is_repeated(self) -> None:
        server = Scripted(b"", http_answer(result({"accountId": "00"})))
        self.addCleanup(server.close)
        with Client(server.url, retry=QUICK, check_contract=False) as client:
            self.assertEqual(client.call("account.create", {"name": "x"}), {"accountId": "00"})
        keys = {asked.partition(b"idempotencyKey")[2] for asked in server.asked}
        self.assertEqual((len(server.asked), len(keys)), (2, 1))
        self.assertNotIn(b"", keys)

    def test_one_that_is_not_in_it_is_repeated_only_with_a_key(self) -> None:
        moon = http_answer(result({"phase": 3}))
        server = Scripted(b"", b"", moon)
        self.addCleanup(server.close)
        with Client(server.url, retry=QUICK, check_contract=False) as client:
            with self.assertRaises(stegos.ConnectionLostError):
                client.call("moon.move")
            self.assertEqual(client.call("moon.move", {"idempotencyKey": "once"}), {"phase": 3})
        self.assertEqual([b"once" in asked for asked in server.asked], [False, True, True])

    def test_nor_is_it_on_a_connection_that_was_kept(self) -> None:
        proxy = Proxy(port())
        self.addCleanup(proxy.close)
        with Client(proxy.url, given("STEGOS_TOKEN"), retry=QUICK) as client:
            client.node.status()
            proxy.lose(1)
            with self.assertRaises(stegos.ConnectionLostError):
                client.call("moon.move")
            self.assertEqual(proxy.lost, 1)

    def test_against_a_node_in_asyncio(self) -> None:
        async def main() -> None:
            async with AsyncClient(given("STEGOS_URL"), given("STEGOS_TOKEN")) as client:
                self.assertEqual((await client.call("chain.block", {"height": 0}))["height"], 0)
                with self.assertRaises(stegos.UnknownMethodError):
                    await client.call("moon.phase")

        asyncio.run(main())


class Answers(unittest.TestCase):
    def test_in_chunks_and_without_a_length(self) -> None:
        chunks = b'8\r\n{"id":1,\r\n16\r\n"result":{"height":9}}\r\n0\r\n\r\n'
        chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
        endless = b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"id":1,"result":{"height":9}}'
        for answer in (chunked, endless):
            server = Scripted(answer)
            self.addCleanup(server.close)
            with Client(server.url, check_contract=False) as client:
                self.assertEqual(client.dev.mine().height, 9)

    def test_one_that_breaks_off_is_lost(self) -> None:
        server = Scripted(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        self.addCleanup(server.close)
        with Client(server.url, retry=Retry(attempts=1), check_contract=False) as client:
            with self.assertRaises(stegos.ConnectionLostError):
                client.node.status()

    def test_a_node_with_another_contract_is_warned_of_once(self) -> None:
        version = {"version": "9", "contract": {"version": "9.0.0", "hash": "00" * 32}, "runtime": "x"}
        mined = http_answer(result({"height": 1}))
        server = Scripted(http_answer(result(version)), mined, mined)
        self.addCleanup(server.close)
        with Client(server.url, retry=QUICK) as client:
            with self.assertWarnsRegex(stegos.ContractWarning, "version 9.0.0"):
                client.dev.mine()
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                client.dev.mine()


class Secrets(unittest.TestCase):
    def test_nothing_prints_a_token_or_a_phrase(self) -> None:
        token = "owner-" + secrets.token_hex(8)
        clients: Any = (Client("http://127.0.0.1:1", token), AsyncClient("http://127.0.0.1:1", token))
        for client in clients:
            shown = repr(client) + str(client) + repr(vars(client)) + repr(client._dialer.endpoint)
            self.assertNotIn(token, shown)
        with self.assertRaises(ValueError) as caught:
            Client("http://127.0.0.1:1", token + "\r\nX: y")
        self.assertNotIn(token, str(caught.exception))
        with given_client() as live:
            made = live.account.create()
            self.assertEqual(len(made.recovery_phrase.split()), 24)
            self.assertNotIn(made.recovery_phrase, repr(made))
            narrow = live.token.create(name="reader", scopes=["read"])
            self.assertNotIn(narrow.token, repr(narrow))
            with Client(given("STEGOS_URL"), narrow.token) as reader:
                reader.node.status()
                with self.assertRaises(stegos.ScopeMissingError):
                    reader.account.create(name="no")

    def test_an_address_with_more_in_it_than_an_address(self) -> None:
        for url in ("ftp://a", "http://", "http://me:pw@a", "http://a/?token=x", "127.0.0.1:3145"):
            with self.assertRaises(ValueError):
                Client(url)


class Closing(unittest.TestCase):
    def test_a_closed_client_says_so(self) -> None:
        client = given_client()
        client.node.status()
        client.close()
        with self.assertRaises(stegos.ClientClosedError):
            client.node.status()

    def test_one_client_serves_several_event_loops(self) -> None:
        client = AsyncClient(given("STEGOS_URL"), given("STEGOS_TOKEN"))

        async def height() -> int:
            return (await client.node.status()).height

        with warnings.catch_warnings():
            # The first loop ended with a connection still kept.
            warnings.simplefilter("ignore", ResourceWarning)
            self.assertGreaterEqual(asyncio.run(height()) + asyncio.run(height()), 2)
            client.close()
