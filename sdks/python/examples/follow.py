"""Follows blocks and epochs from a cursor, and prints a line for each: topic, height, cursor.

STEGOS_URL, STEGOS_TOKEN, STEGOS_FROM; STEGOS_REST are milliseconds it rests after each. With --asyncio it does so with the
client for asyncio.
"""

import asyncio
import os
import sys
import time

import stegos

URL = os.environ["STEGOS_URL"]
TOKEN = os.environ["STEGOS_TOKEN"]
FROM = os.environ.get("STEGOS_FROM", "genesis")
REST = int(os.environ.get("STEGOS_REST", "0")) / 1_000
# Impatient: the tests take its connection away all the time.
RETRY = stegos.Retry(attempts=1_000, delay=0.01, max_delay=0.2)


def show(item: stegos.StreamItem) -> None:
    height = getattr(item.event, "height", "-")
    print(item.topic, height, item.cursor, flush=True)


def plain() -> None:
    with stegos.Client(URL, TOKEN, retry=RETRY, probe_interval=1.0, check_contract=False) as client:
        for item in client.events(["chain.block", "stake.*"], from_=FROM):
            show(item)
            time.sleep(REST)


async def with_asyncio() -> None:
    async with stegos.AsyncClient(URL, TOKEN, retry=RETRY, probe_interval=1.0, check_contract=False) as client:
        async with client.events(["chain.block", "stake.*"], from_=FROM) as stream:
            async for item in stream:
                show(item)
                await asyncio.sleep(REST)


if "--asyncio" in sys.argv:
    asyncio.run(with_asyncio())
else:
    plain()
