# Generated from openrpc.json by `npm run generate`. Do not edit.
"""The steps of a stream. Tell them apart by class, or by `topic`."""

from dataclasses import dataclass
from typing import Any, Dict, Literal, Tuple, Type, Union

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

ITEMS: Dict[str, Tuple[Type[Any], Any]] = {
    "chain.block": (ChainBlockItem, t.BlockEvent),
    "chain.status": (ChainStatusItem, t.ChainStatusEvent),
    "account.balance": (AccountBalanceItem, t.Balance),
    "payment.status": (PaymentStatusItem, t.Payment),
    "message.received": (MessageReceivedItem, t.Message),
    "message.status": (MessageStatusItem, t.MessageStatus),
    "stake.status": (StakeStatusItem, t.Stake),
    "stake.epoch": (StakeEpochItem, t.EpochEvent),
    "stake.slashed": (StakeSlashedItem, t.Slashing),
    "stake.suspended": (StakeSuspendedItem, t.SuspendedEvent),
    "award.frozen": (AwardFrozenItem, t.AwardDraw),
    "award.seeded": (AwardSeededItem, t.AwardDraw),
    "award.paid": (AwardPaidItem, t.AwardRecord),
    "caught_up": (CaughtUpItem, t.CaughtUp),
}
"""The class of each topic, and of its event."""
