"""Amounts, times and bodies, here and on the wire."""

import unittest
from datetime import datetime, timedelta, timezone

from stegos import format_amount, parse_amount
from stegos.generated.types import PaymentRequest, PaymentSent
from stegos.record import AMOUNT, BYTES, TIME


class Amounts(unittest.TestCase):
    def test_coins_and_base_units(self) -> None:
        for coins, units in (("1.5", 1_500_000), ("0.000001", 1), ("18446744073709.551615", 2**64 - 1), ("7", 7_000_000)):
            self.assertEqual((parse_amount(coins), format_amount(units)), (units, coins))
        for wrong in ("", "1.", ".5", "1.0000001", "-1", "1e3", "18446744073709.551616", "١"):
            with self.assertRaises(ValueError, msg=wrong):
                parse_amount(wrong)

    def test_the_largest_travels_whole(self) -> None:
        self.assertEqual(AMOUNT.from_json(AMOUNT.to_json(2**64 - 1)), 2**64 - 1)


class Times(unittest.TestCase):
    def test_utc_with_milliseconds(self) -> None:
        time = TIME.from_json("2025-03-04T05:07:07.089Z")
        self.assertEqual(time, datetime(2025, 3, 4, 5, 7, 7, 89_000, tzinfo=timezone.utc))
        elsewhere = time.astimezone(timezone(timedelta(hours=5, minutes=30)))
        self.assertEqual(TIME.to_json(elsewhere), "2025-03-04T05:07:07.089Z")
        with self.assertRaises(TypeError):
            TIME.to_json(datetime(2025, 3, 4))


class Records(unittest.TestCase):
    def test_bodies_are_bytes_and_absent_fields_stay_away(self) -> None:
        request = PaymentRequest(to="dstg1", amount=1, data=b"\x00\xff")
        self.assertEqual(request.to_json(), {"to": "dstg1", "amount": "1", "data": "AP8="})
        with self.assertRaises(ValueError):
            BYTES.from_json("no base64!")

    def test_a_newer_node_may_say_more(self) -> None:
        told = {"paymentId": "aa", "transactionId": "bb", "status": "teleported", "fee": "1", "more": {}}
        sent = PaymentSent.from_json(told)
        self.assertEqual((sent.status, sent.fee), ("teleported", 1))
        with self.assertRaisesRegex(ValueError, "PaymentSent has fee"):
            PaymentSent.from_json({key: value for key, value in told.items() if key != "fee"})
