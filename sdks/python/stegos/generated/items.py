# Generated from openrpc.json by `npm run generate`. Do not edit.
"""The steps of a stream. Tell them apart by class, or by `topic`."""

from dataclasses import dataclass
from typing import Any, Callable, Dict, Literal, Union

from . import types as t
from ..item import Item, UnknownItem

__all__ = [
    "ChainBlockItem",
    "ChainStatusItem",
    "AccountBalanceItem",
    "PaymentStatusItem",
    "MessageReceivedItem",
    "MessageStatusItem",
    "StakeStatusItem",
    "StakeEpochItem",
    "StakeSlashedItem",
    "StakeSuspendedItem",
    "AwardFrozenItem",
    "AwardSeededItem",
    "AwardPaidItem",
    "CaughtUpItem",
    "StreamItem",
]


@dataclass(frozen=True)
class ChainBlockItem(Item):
    """A block became final."""

    event: t.BlockEvent
    topic: Literal["chain.block"] = "chain.block"


@dataclass(frozen=True)
class ChainStatusItem(Item):
    """The node changed its state."""

    event: t.ChainStatusEvent
    topic: Literal["chain.status"] = "chain.status"


@dataclass(frozen=True)
class AccountBalanceItem(Item):
    """The balance of an account changed."""

    event: t.Balance
    topic: Literal["account.balance"] = "account.balance"


@dataclass(frozen=True)
class PaymentStatusItem(Item):
    """A payment was made, went on, or came in (`direction` "in"): what an exchange follows to see deposits."""

    event: t.Payment
    topic: Literal["payment.status"] = "payment.status"


@dataclass(frozen=True)
class MessageReceivedItem(Item):
    """A message is complete."""

    event: t.Message
    topic: Literal["message.received"] = "message.received"


@dataclass(frozen=True)
class MessageStatusItem(Item):
    """A message, sent or received, has a new state."""

    event: t.MessageStatus
    topic: Literal["message.status"] = "message.status"


@dataclass(frozen=True)
class StakeStatusItem(Item):
    """A stake was made, went on, or changed its value at the end of an epoch."""

    event: t.Stake
    topic: Literal["stake.status"] = "stake.status"


@dataclass(frozen=True)
class StakeEpochItem(Item):
    """An epoch began."""

    event: t.EpochEvent
    topic: Literal["stake.epoch"] = "stake.epoch"


@dataclass(frozen=True)
class StakeSlashedItem(Item):
    """Stake of a validator was burnt."""

    event: t.Slashing
    topic: Literal["stake.slashed"] = "stake.slashed"


@dataclass(frozen=True)
class StakeSuspendedItem(Item):
    """A validator was left out of the set because it was silent."""

    event: t.SuspendedEvent
    topic: Literal["stake.suspended"] = "stake.suspended"


@dataclass(frozen=True)
class AwardFrozenItem(Item):
    """Pool and eligible of a draw are fixed."""

    event: t.AwardDraw
    topic: Literal["award.frozen"] = "award.frozen"


@dataclass(frozen=True)
class AwardSeededItem(Item):
    """The seed of a draw is there."""

    event: t.AwardDraw
    topic: Literal["award.seeded"] = "award.seeded"


@dataclass(frozen=True)
class AwardPaidItem(Item):
    """A draw is over: it was paid, or `outcome` says why not."""

    event: t.AwardRecord
    topic: Literal["award.paid"] = "award.paid"


@dataclass(frozen=True)
class CaughtUpItem(Item):
    """Comes once, between replay and live."""

    event: t.CaughtUp
    topic: Literal["caught_up"] = "caught_up"


StreamItem = Union[
    ChainBlockItem,
    ChainStatusItem,
    AccountBalanceItem,
    PaymentStatusItem,
    MessageReceivedItem,
    MessageStatusItem,
    StakeStatusItem,
    StakeEpochItem,
    StakeSlashedItem,
    StakeSuspendedItem,
    AwardFrozenItem,
    AwardSeededItem,
    AwardPaidItem,
    CaughtUpItem,
    UnknownItem,
]
"""One step of a stream."""

ITEMS: Dict[str, Callable[[str, Any], StreamItem]] = {
    "chain.block": lambda cursor, event: ChainBlockItem(cursor, t.BlockEvent.from_json(event)),
    "chain.status": lambda cursor, event: ChainStatusItem(cursor, t.ChainStatusEvent.from_json(event)),
    "account.balance": lambda cursor, event: AccountBalanceItem(cursor, t.Balance.from_json(event)),
    "payment.status": lambda cursor, event: PaymentStatusItem(cursor, t.Payment.from_json(event)),
    "message.received": lambda cursor, event: MessageReceivedItem(cursor, t.Message.from_json(event)),
    "message.status": lambda cursor, event: MessageStatusItem(cursor, t.MessageStatus.from_json(event)),
    "stake.status": lambda cursor, event: StakeStatusItem(cursor, t.Stake.from_json(event)),
    "stake.epoch": lambda cursor, event: StakeEpochItem(cursor, t.EpochEvent.from_json(event)),
    "stake.slashed": lambda cursor, event: StakeSlashedItem(cursor, t.Slashing.from_json(event)),
    "stake.suspended": lambda cursor, event: StakeSuspendedItem(cursor, t.SuspendedEvent.from_json(event)),
    "award.frozen": lambda cursor, event: AwardFrozenItem(cursor, t.AwardDraw.from_json(event)),
    "award.seeded": lambda cursor, event: AwardSeededItem(cursor, t.AwardDraw.from_json(event)),
    "award.paid": lambda cursor, event: AwardPaidItem(cursor, t.AwardRecord.from_json(event)),
    "caught_up": lambda cursor, event: CaughtUpItem(cursor, t.CaughtUp.from_json(event)),
}
"""What makes the item of each topic, of a cursor and an event in JSON."""
