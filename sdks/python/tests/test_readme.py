"""The README's programs, run as they stand; and the package, built and installed as the README says."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from stegos import CONTRACT_VERSION
from tests.support import given

PROJECT = pathlib.Path(__file__).resolve().parents[1]


class Readme(unittest.TestCase):
    def test_every_program_runs(self) -> None:
        text = (PROJECT / "README.md").read_text(encoding="utf-8")
        programs = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        expected = ["final 12.5\nBen reads: hello\n", "Carl has", "5010000 needed, 0 there", "ann\n"]
        self.assertEqual(len(programs), len(expected))
        with tempfile.TemporaryDirectory() as home:
            token = pathlib.Path(home, ".stegos", "dev", "api.token")
            token.parent.mkdir(parents=True)
            token.write_text(given("STEGOS_TOKEN"), encoding="utf-8")
            address = urllib.parse.urlsplit(given("STEGOS_URL")).netloc
            for program, output in zip(programs, expected):
                done = subprocess.run(
                    [sys.executable, "-c", program.replace("127.0.0.1:3145", address)],
                    env={"HOME": home, "PYTHONPATH": str(PROJECT)},
                    capture_output=True,
                    text=True,
                    timeout=120,
                )
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertIn(output, done.stdout)


class Package(unittest.TestCase):
    def test_it_is_built_and_installed_with_its_types_and_its_version(self) -> None:
        with tempfile.TemporaryDirectory() as place:
            source = pathlib.Path(place, "source")
            # pip builds in the source folder, which is to stay clean.
            subprocess.run(["cp", "-a", str(PROJECT), str(source)], check=True)
            target = pathlib.Path(place, "target")
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-build-isolation"]
            environment = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore", "PYTHONPATH": ""}
            done = subprocess.run(
                [*pip, "--no-deps", "--target", str(target), str(source)],
                env=environment,
                capture_output=True,
                text=True,
            )
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue((target / "stegos" / "py.typed").exists())
            self.assertTrue((target / "stegos" / "generated" / "types.py").exists())
            metadata = next(target.glob("stegos-*.dist-info")) / "METADATA"
            text = metadata.read_text(encoding="utf-8")
            for line in (f"Version: {CONTRACT_VERSION}", "License: MIT", "Requires-Python: >=3.9", "Requires-Dist: wsproto"):
                self.assertIn(line, text)
