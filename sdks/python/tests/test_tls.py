"""Calls and streams over TLS, to a node with a certificate of its own making."""

import asyncio
import pathlib
import shutil
import ssl
import subprocess
import tempfile
import unittest

import stegos
from stegos import AsyncClient, Client, Retry
from tests.support import PATIENT, Node


@unittest.skipUnless(shutil.which("openssl"), "no openssl to make a certificate with")
class Tls(unittest.TestCase):
    node: Node
    certificate: str

    @classmethod
    def setUpClass(cls) -> None:
        place = tempfile.TemporaryDirectory(prefix="stegos-tls-")
        cls.addClassCleanup(place.cleanup)
        key, cls.certificate = (str(pathlib.Path(place.name, name)) for name in ("key.pem", "cert.pem"))
        subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"]
        files = ["-keyout", key, "-out", cls.certificate]
        made = subprocess.run(["openssl", "req", "-x509", *kind, *subject, *files], capture_output=True)
        if made.returncode != 0:
            raise AssertionError(made.stderr)
        cls.node = Node("--tls-cert", cls.certificate, "--tls-key", key)
        cls.addClassCleanup(cls.node.close)
        cls.url = f"https://localhost:{cls.node.port}"

    url: str

    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate)

    def test_plain(self) -> None:
        with Client(self.url, self.node.token, tls=self.context(), retry=PATIENT) as client:
            self.assertEqual(client.node.status().network, "dev")
            with client.events(["chain.block"], from_="genesis") as stream:
                self.assertIsInstance(next(stream), stegos.Item)

    def test_asyncio(self) -> None:
        async def main() -> None:
            tls = self.context()
            async with AsyncClient(self.url, self.node.token, tls=tls, retry=PATIENT) as client:
                self.assertEqual((await client.node.status()).network, "dev")
                async with client.events(["chain.block"], from_="genesis") as stream:
                    self.assertIsInstance(await stream.__anext__(), stegos.Item)

        asyncio.run(main())

    def test_a_certificate_nobody_vouches_for_is_refused(self) -> None:
        once = Retry(attempts=1)
        with Client(self.url, self.node.token, retry=once, check_contract=False) as client:
            with self.assertRaises(stegos.ConnectionLostError) as caught:
                client.node.status()
            self.assertIsInstance(caught.exception.__cause__, ssl.SSLCertVerificationError)
            with self.assertRaises(stegos.ConnectionLostError):
                next(client.events(["chain.block"]))
