#!/usr/bin/env python3
"""Follows deposits with nothing but Python's standard library: HTTP, JSON, and a cursor.

    python3 examples/follow_deposits.py customer-1 customer-2

It polls `account.history`, which lists what is final in the order of the chain. Every page ends with `next`, a cursor
that leads on to what comes later. Books and cursor are in one file, replaced as a whole: nothing is credited twice, and
nothing is missed, whatever breaks in between.
"""

import json
import os
import pathlib
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("STEGOS_URL", "http://127.0.0.1:3145")
BOOKS = pathlib.Path(os.environ.get("BOOKS_FILE", "books.json"))
SECONDS = float(os.environ.get("POLL_SECONDS", "1"))


class StegosError(Exception):
    """An error of the node. `symbol` says which, such as insufficient_funds."""

    def __init__(self, error):
        super().__init__(error["message"])
        self.symbol = error["data"]["type"]
        self.data = error["data"]


def read_token():
    default = pathlib.Path.home() / ".stegos" / "dev" / "api.token"
    return os.environ.get("STEGOS_TOKEN") or default.read_text().strip()


def call(method, **params):
    """Calls a method. Goes on trying while the node is away: with an idempotencyKey, repeating is safe."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{URL}/rpc", body, headers), timeout=60) as answer:
                reply = json.load(answer)
        except urllib.error.HTTPError as refusal:  # errors come with an HTTP status of their own
            reply = json.load(refusal)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            print("Connection lost, trying again", flush=True)
            time.sleep(SECONDS)
            continue
        if "error" not in reply:
            return reply["result"]
        if not reply["error"]["data"]["retryable"]:
            raise StegosError(reply["error"])
        time.sleep(reply["error"]["data"].get("retryAfter", SECONDS))


def load_books():
    if BOOKS.exists():
        return json.loads(BOOKS.read_text())
    # The key makes it one account, even if this program dies before it has noted the answer.
    account = call("account.create", name="exchange-py", idempotencyKey="exchange-py-account")
    return {"accountId": account["accountId"], "cursor": None, "credits": {}}


def save_books(books):
    """Leaves the old file or the new one, whole, wherever a crash hits."""
    new = BOOKS.with_suffix(".new")
    with open(new, "w") as file:
        json.dump(books, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, BOOKS)


def page_params(books, cursor):
    return {"accountId": books["accountId"], **({"cursor": cursor} if cursor else {})}


def addresses(books, names):
    """Makes an address for each new customer, and returns whose each address is."""
    for label in names:
        made = call("account.address", accountId=books["accountId"], label=label, idempotencyKey=f"customer-py-{label}")
        print(f"{label} pays to {made['address']}", flush=True)
    owners, cursor, complete = {}, None, False
    while not complete:
        page = call("account.addresses", **page_params(books, cursor))
        owners.update({item["address"]: item["label"] or "unknown" for item in page["items"]})
        cursor, complete = page["next"], page["complete"]
    return owners


def main():
    books = load_books()
    owners = addresses(books, sys.argv[1:])
    while True:
        page = call("account.history", **page_params(books, books["cursor"]), order="oldest")
        new = {
            entry["paymentId"]: {"customer": owners.get(entry["address"], "unknown"), "amount": entry["amount"]}
            for entry in page["items"]
            if entry["type"] == "received" and entry["amount"] != "0" and entry["paymentId"] not in books["credits"]
        }
        if page["next"] != books["cursor"]:
            books["credits"].update(new)
            books["cursor"] = page["next"]
            save_books(books)
        for payment, credit in new.items():
            print(f"Credited {credit['amount']} to {credit['customer']} for payment {payment}", flush=True)
        if page["complete"]:
            time.sleep(SECONDS)


TOKEN = read_token()

if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
