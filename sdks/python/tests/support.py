"""What the tests stand on: the node they are given, nodes of their own, and a proxy that cuts connections."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
from typing import Any, Callable, Dict, List, Optional, Set

from stegos import Client, Retry

ROOT = pathlib.Path(__file__).resolve().parents[3]


def given(name: str) -> str:
    try:
        return os.environ[name]
    except KeyError:
        raise SystemExit(f"{name} is not set: run this by npm test -- test/sdks/python.test.ts") from None


def given_client(**options: Any) -> Client:
    """A client of the node whoever runs the tests has started."""
    return Client(given("STEGOS_URL"), given("STEGOS_TOKEN"), **options)


def contract() -> Dict[str, Any]:
    document: Dict[str, Any] = json.loads((ROOT / "openrpc.json").read_text(encoding="utf-8"))
    return document


PATIENT = Retry(attempts=1_000, delay=0.02, max_delay=0.2)
"""For calls to a node that has just been started, on a machine that has much else to do."""


class Node:
    """A development network of its own, in a process of its own, that comes back where it was."""

    def __init__(self, *flags: str) -> None:
        self._flags = flags
        self._directory = tempfile.TemporaryDirectory(prefix="stegos-python-")
        self.port = 0
        self.token_file = ""
        self._process: Optional["subprocess.Popen[str]"] = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def token(self) -> str:
        return pathlib.Path(self.token_file).read_text(encoding="utf-8").strip()

    def start(self) -> None:
        """Returns when it listens. It may still be opening its data, which PATIENT clients wait for."""
        command = [given("NODE"), str(ROOT / "bin" / "stegos.mjs"), "devnet", "--json"]
        place = ["--data-dir", self._directory.name, "--listen", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen(
            [*command, *place, *self._flags],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={"PATH": os.environ["PATH"], "HOME": self._directory.name},
        )
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith('{"url":'):
                told = json.loads(line)
                self.port = int(told["url"].rsplit(":", 1)[1])
                self.token_file = told["tokenFile"]
                # What it says later is of no use, but a full pipe would stop it.
                threading.Thread(target=self._process.stdout.read, daemon=True).start()
                return
        raise AssertionError("the node ended before it listened")

    def kill(self) -> None:
        """As a power cut does."""
        self._end(signal.SIGKILL)

    def close(self) -> None:
        self._end(signal.SIGTERM)
        self._directory.cleanup()

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None


class Proxy:
    """Stands between a client and a node. Loses answers (the request arrives, the answer does not) and cuts connections.

    `lifetime` says of each connection how many bytes of answers it lives to carry.
    """

    def __init__(self, port: int, lifetime: Optional[Callable[[], int]] = None) -> None:
        self._target = port
        self._lifetime = lifetime
        self.cuts = 0
        self._to_lose = 0
        self.lost = 0
        self._open: Set[socket.socket] = set()
        self._lock = threading.Lock()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def lose(self, answers: int) -> None:
        self._to_lose = answers

    def close(self) -> None:
        end(self._server)
        self._server.close()
        with self._lock:
            for each in self._open:
                end(each)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
            for source, sink, answers in ((near, far, False), (far, near, True)):
                threading.Thread(target=self._copy, args=(source, sink, answers), daemon=True).start()

    def _copy(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        left = self._lifetime() if answers and self._lifetime is not None else None
        try:
            while True:
                data = source.recv(65_536)
                if not data:
                    break
                if left is not None:
                    sink.sendall(data[:left])
                    left -= len(data)
                    if left <= 0:
                        self.cuts += 1
                        break
                    continue
                if answers and self._to_lose > 0:
                    self._to_lose -= 1
                    self.lost += 1
                    break
                sink.sendall(data)
        except OSError:
            pass
        with self._lock:
            for each in (source, sink):
                end(each)
                if answers:
                    self._open.discard(each)
                    each.close()


def end(each: socket.socket) -> None:
    try:
        each.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


class Scripted:
    """A server that answers each connection with bytes from a list, in turn, and keeps what it was asked."""

    def __init__(self, *answers: bytes) -> None:
        self.asked: List[bytes] = []
        self._answers = list(answers)
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        end(self._server)
        self._server.close()

    def _serve(self) -> None:
        for answer in self._answers:
            try:
                peer, _ = self._server.accept()
            except OSError:
                return
            with peer:
                self.asked.append(read_request(peer))
                peer.sendall(answer)


def read_request(peer: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        data += peer.recv(65_536)
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    while lengths and len(body) < int(lengths[0].split(b":")[1]):
        body += peer.recv(65_536)
    return head + b"\r\n\r\n" + body


def http_answer(body: Any, status: str = "200 OK", headers: str = "") -> bytes:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(text)}\r\n\r\n".encode() + text


def result(value: Any) -> Dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "result": value}


def error(symbol: str, code: int = 0, **data: Any) -> Dict[str, Any]:
    told = {"code": code, "message": f"No: {symbol}", "data": {"type": symbol, "retryable": False, **data}}
    return {"jsonrpc": "2.0", "id": 1, "error": told}
