"""A connection that has gone silent: the clock of these tests is driven, and the other end is in the same process."""

import json
import unittest
from typing import List, Optional

import wsproto
from wsproto import events as ws

import stegos
from stegos.blocking_network import run
from stegos.caller import Caller
from stegos.endpoint import Dialer, Endpoint
from stegos.follower import Follower
from stegos.network import Pause, Pipe, TimedOut
from stegos.retry import Retry


class Peer:
    """A node that takes subscriptions, and answers pings for as long as it is alive."""

    def __init__(self, network: "FakeNetwork") -> None:
        self._network = network
        self._protocol = wsproto.WSConnection(wsproto.ConnectionType.SERVER)
        self._out = b""
        self.pings = 0
        self.closed = False

    async def write(self, data: bytes, timeout: float) -> None:
        self._protocol.receive_data(data)
        for event in self._protocol.events():
            if isinstance(event, ws.Request):
                self._out += self._protocol.send(ws.AcceptConnection(subprotocol="stegos"))
            elif isinstance(event, ws.TextMessage):
                self._subscribe(json.loads(event.data))
            elif isinstance(event, ws.Ping):
                self.pings += 1
                if self._network.alive:
                    self._out += self._protocol.send(event.response())

    def _subscribe(self, request: "dict[str, object]") -> None:
        told = {"subscription": "s", "cursor": "c0"}
        mark = {"subscription": "s", "cursor": "c0", "topic": "caught_up", "event": {}}
        for frame in ({"id": request["id"], "result": told}, {"method": "event", "params": mark}):
            self._out += self._protocol.send(ws.TextMessage(data=json.dumps(frame)))

    async def read(self, timeout: float) -> bytes:
        if self.closed:
            return b""
        if not self._out:
            self._network.time += timeout
            raise TimedOut
        out, self._out = self._out, b""
        return out

    def usable(self) -> bool:
        return not self.closed

    def close(self) -> None:
        self.closed = True


class NoPause:
    async def wait(self, seconds: float) -> None:
        pass

    def end(self) -> None:
        pass


class FakeNetwork:
    def __init__(self) -> None:
        self.time = 0.0
        self.alive = True
        self.peers: List[Peer] = []

    async def connect(self, host: str, port: int, tls: object, timeout: float) -> Pipe:
        self.peers.append(Peer(self))
        return self.peers[-1]

    def pause(self) -> Pause:
        return NoPause()

    def now(self) -> float:
        return self.time


class Silence(unittest.TestCase):
    def setUp(self) -> None:
        self.network = FakeNetwork()
        dialer = Dialer(Endpoint("http://node:1", None, None), self.network)
        caller = Caller(dialer, retry=Retry(), timeout=60, random=lambda: 0.5, check_contract=False)
        self.follower = Follower(
            caller, topics=["chain.block"], account_id=None, from_=None, on_disconnect=None, probe_interval=15
        )
        self.assertIsInstance(run(self.follower.next()), stegos.CaughtUpItem)

    def test_a_node_that_answers_is_kept(self) -> None:
        self.wait(3_600)
        self.assertEqual((len(self.network.peers), self.network.peers[0].pings), (1, 3_600 // 15))

    def test_one_that_does_not_is_left_after_three_intervals(self) -> None:
        self.network.alive = False
        self.wait(44)
        self.assertEqual((len(self.network.peers), self.network.peers[0].pings), (1, 2))
        self.wait(2)
        self.assertEqual((len(self.network.peers), self.network.peers[0].closed), (2, True))

    def test_many_short_waits_count_like_a_long_one(self) -> None:
        self.network.alive = False
        for _ in range(46):
            self.wait(1)
        self.assertEqual(len(self.network.peers), 2)

    def test_the_time_a_reader_takes_is_not_silence(self) -> None:
        self.network.time += 3_600
        self.wait(10)
        self.assertEqual((len(self.network.peers), self.network.peers[0].pings), (1, 0))

    def wait(self, seconds: float) -> None:
        item: Optional[stegos.Item] = None
        with self.assertRaises(TimedOut):
            item = run(self.follower.next(seconds))
        self.assertIsNone(item)
