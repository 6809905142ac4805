"""Amounts are int in base units; people write coins."""

import re

PLACES = 6
"""Decimal places of a coin: 1 STG = 1 000 000 base units."""

_COINS = re.compile(r"([0-9]{1,20})(?:\.([0-9]{1,6}))?")


def parse_amount(coins: str) -> int:
    """`'1.5'` → `1500000`. ValueError when it is no number with at most six decimal places, or exceeds 64 bits."""
    match = _COINS.fullmatch(coins.strip())
    if match is None:
        raise ValueError(f"not an amount in coins with up to six decimal places: {coins}")
    units = int(match[1] + (match[2] or "").ljust(PLACES, "0"))
    if units >= 2**64:
        raise ValueError(f"more coins than there can be: {coins}")
    return units


def format_amount(units: int) -> str:
    """`1500000` → `'1.5'`."""
    whole, fraction = divmod(units, 10**PLACES)
    places = f"{fraction:0{PLACES}}".rstrip("0")
    return f"{whole}.{places}" if places else str(whole)
