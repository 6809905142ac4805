"""Streams: nothing lost, nothing doubled, order kept, whatever breaks."""

import asyncio
import random
import threading
import unittest
from typing import List, Optional, Sequence

import stegos
from stegos import AsyncClient, Client, Retry
from tests.support import PATIENT, Node, Proxy, given, given_client

QUICK = Retry(delay=0.001, max_delay=0.05)
EVENTS = 200
SEED = 20_250_304


def heights(items: Sequence[stegos.Item]) -> List[int]:
    return [item.event.height for item in items if isinstance(item, stegos.ChainBlockItem)]


def is_enough(items: Sequence[stegos.Item]) -> bool:
    marked = any(isinstance(item, stegos.CaughtUpItem) for item in items)
    return marked and heights(items)[-1] >= EVENTS


class Cuts(unittest.TestCase):
    """A node of its own behind a proxy that cuts every connection somewhere, often inside an event; and a node killed once."""

    node: Node

    @classmethod
    def setUpClass(cls) -> None:
        cls.node = Node()
        cls.addClassCleanup(cls.node.close)
        cls.mine()

    def setUp(self) -> None:
        chance = random.Random(SEED)
        # Enough for the opening and an event or two, or for many.
        self.proxy = Proxy(self.node.port, lambda: chance.randint(1_000, 8_000))
        self.addCleanup(self.proxy.close)

    @classmethod
    def mine(cls) -> None:
        with Client(cls.node.url, cls.node.token, retry=PATIENT) as client:
            client.dev.mine(blocks=EVENTS // 2)

    def restart(self) -> None:
        self.node.kill()
        self.node.start()
        self.mine()

    def check(self, items: Sequence[stegos.Item], lost: Sequence[None]) -> None:
        first, last = heights(items)[0], heights(items)[-1]
        self.assertLessEqual(first, 1)
        self.assertEqual(heights(items), list(range(first, last + 1)))
        self.assertEqual(sum(isinstance(item, stegos.CaughtUpItem) for item in items), 1)
        self.assertGreater(self.proxy.cuts, 8)
        self.assertGreater(len(lost), 8)

    def test_plain(self) -> None:
        items: List[stegos.StreamItem] = []
        lost: List[None] = []
        with Client(self.proxy.url, self.node.token, retry=QUICK) as client:
            stream = client.events(["chain.block"], from_="genesis", on_disconnect=lambda: lost.append(None))
            for item in stream:
                items.append(item)
                if isinstance(item, stegos.ChainBlockItem) and item.event.height == EVENTS // 3:
                    self.restart()
                if is_enough(items):
                    break
            stream.close()
        self.check(items, lost)

    def test_asyncio(self) -> None:
        items: List[stegos.StreamItem] = []
        lost: List[None] = []

        async def main() -> None:
            restart: Optional["asyncio.Future[None]"] = None
            async with AsyncClient(self.proxy.url, self.node.token, retry=QUICK) as client:
                on_disconnect = lambda: lost.append(None)  # noqa: E731
                async with client.events(
                    ["chain.block"], from_="genesis", on_disconnect=on_disconnect
                ) as stream:
                    async for item in stream:
                        items.append(item)
                        if isinstance(item, stegos.ChainBlockItem) and item.event.height == EVENTS // 3:
                            # The reader goes on while the node falls.
                            restart = asyncio.get_running_loop().run_in_executor(None, self.restart)
                        if is_enough(items):
                            break
            if restart is not None:
                await restart

        asyncio.run(main())
        self.check(items, lost)


class Streams(unittest.TestCase):
    def test_a_stream_goes_on_from_a_stored_cursor(self) -> None:
        with given_client() as client:
            with client.events(["chain.block"], from_="genesis") as stream:
                cursor = [next(stream) for _ in range(3)][-1].cursor
            with client.events(["chain.block"], from_="genesis") as whole:
                expected = [next(whole) for _ in range(6)][3:]
            with client.events(["chain.block"], from_=cursor) as rest:
                self.assertEqual([next(rest) for _ in range(3)], expected)

    def test_waiting_for_an_event_that_does_not_come_loses_none_that_does(self) -> None:
        with given_client() as client, client.events(["account.balance"]) as stream:
            self.assertIsInstance(next(stream), stegos.CaughtUpItem)
            for _ in range(3):
                with self.assertRaises(TimeoutError):
                    stream.next(timeout=0.01)
            made = client.account.create(name="later")
            client.dev.faucet(address=made.address, amount=7)
            seen: List[int] = []
            while 7 not in seen:
                item = stream.next(timeout=30)
                if isinstance(item, stegos.AccountBalanceItem):
                    seen.append(item.event.total)

    def test_a_loop_ends_when_another_thread_closes_the_stream_or_the_client(self) -> None:
        for whole in (False, True):
            with given_client() as client:
                stream = client.events(["stake.slashed"])
                next(stream)
                closer = threading.Timer(0.05, client.close if whole else stream.close)
                closer.start()
                self.assertEqual(list(stream), [])
                closer.join()

    def test_a_task_ends_by_being_cancelled(self) -> None:
        async def main() -> None:
            async with AsyncClient(given("STEGOS_URL"), given("STEGOS_TOKEN")) as client:
                stream = client.events(["stake.slashed"])
                await stream.__anext__()
                with self.assertRaises(asyncio.TimeoutError):
                    await asyncio.wait_for(stream.__anext__(), 0.05)
                stream.close()
                self.assertEqual([item async for item in stream], [])

        asyncio.run(main())

    def test_what_makes_no_sense_to_repeat_is_raised(self) -> None:
        with given_client() as client:
            with self.assertRaises(stegos.InvalidCursorError):
                next(client.events(["chain.block"], from_="nonsense"))
            with self.assertRaises(stegos.InvalidParamsError):
                next(client.events(["no.topic"]))  # type: ignore[list-item]

    def test_a_node_that_never_was_there(self) -> None:
        with Client("http://127.0.0.1:1", retry=Retry(attempts=3, delay=0.001)) as client:
            with self.assertRaises(stegos.ConnectionLostError):
                next(client.events(["chain.block"]))


class Waiting(unittest.TestCase):
    def test_for_a_payment_and_a_stake(self) -> None:
        with given_client() as client:
            made = client.account.create(name="waits")
            paid = client.dev.faucet(address=made.address, amount=100_000_000)
            payment = client.wait_for_payment(paid.payment_id, account_id=made.account_id, timeout=60)
            self.assertEqual((payment.status, payment.amount), ("final", 100_000_000))
            staked = client.stake.deposit(account_id=made.account_id, amount=20_000_000)
            stake = client.wait_for_stake(made.account_id, staked.stake_id, timeout=60)
            self.assertEqual(stake.status, "active")
            with self.assertRaises(TimeoutError):
                client.wait_for_stake(made.account_id, staked.stake_id, until="withdrawn", timeout=0.2)

    def test_in_asyncio(self) -> None:
        async def main() -> None:
            async with AsyncClient(given("STEGOS_URL"), given("STEGOS_TOKEN")) as client:
                made = await client.account.create(name="waits too")
                paid = await client.dev.faucet(address=made.address, amount=3)
                payment = await client.wait_for_payment(
                    paid.payment_id, account_id=made.account_id, timeout=60
                )
                self.assertEqual((payment.status, payment.amount), ("final", 3))
                entries = [
                    entry
                    async for entry in stegos.list_all_async(
                        client.account.history, account_id=made.account_id, limit=1
                    )
                ]
                self.assertEqual([entry.amount for entry in entries], [3])

        asyncio.run(main())
