// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// ChainBlockItem is an item of chain.block: A block became final.
type ChainBlockItem struct {
	place

	Event BlockEvent
}

// Topic is "chain.block".
func (*ChainBlockItem) Topic() string { return "chain.block" }

func (item *ChainBlockItem) event() any { return &item.Event }

// ChainStatusItem is an item of chain.status: The node changed its state.
type ChainStatusItem struct {
	place

	Event ChainStatusEvent
}

// Topic is "chain.status".
func (*ChainStatusItem) Topic() string { return "chain.status" }

func (item *ChainStatusItem) event() any { return &item.Event }

// AccountBalanceItem is an item of account.balance: The balance of an account changed.
type AccountBalanceItem struct {
	place

	Event Balance
}

// Topic is "account.balance".
func (*AccountBalanceItem) Topic() string { return "account.balance" }

func (item *AccountBalanceItem) event() any { return &item.Event }

// PaymentStatusItem is an item of payment.status: A payment was made, went on, or came in (`direction` "in"):
// what an exchange follows to see deposits.
type PaymentStatusItem struct {
	place

	Event Payment
}

// Topic is "payment.status".
func (*PaymentStatusItem) Topic() string { return "payment.status" }

func (item *PaymentStatusItem) event() any { return &item.Event }

// MessageReceivedItem is an item of message.received: A message is complete.
type MessageReceivedItem struct {
	place

	Event Message
}

// Topic is "message.received".
func (*MessageReceivedItem) Topic() string { return "message.received" }

func (item *MessageReceivedItem) event() any { return &item.Event }

// MessageStatusItem is an item of message.status: A message, sent or received, has a new state.
type MessageStatusItem struct {
	place

	Event MessageStatus
}

// Topic is "message.status".
func (*MessageStatusItem) Topic() string { return "message.status" }

func (item *MessageStatusItem) event() any { return &item.Event }

// StakeStatusItem is an item of stake.status: A stake was made, went on, or changed its value at the end of
// an epoch.
type StakeStatusItem struct {
	place

	Event Stake
}

// Topic is "stake.status".
func (*StakeStatusItem) Topic() string { return "stake.status" }

func (item *StakeStatusItem) event() any { return &item.Event }

// StakeEpochItem is an item of stake.epoch: An epoch began.
type StakeEpochItem struct {
	place

	Event EpochEvent
}

// Topic is "stake.epoch".
func (*StakeEpochItem) Topic() string { return "stake.epoch" }

func (item *StakeEpochItem) event() any { return &item.Event }

// StakeSlashedItem is an item of stake.slashed: Stake of a validator was burnt.
type StakeSlashedItem struct {
	place

	Event Slashing
}

// Topic is "stake.slashed".
func (*StakeSlashedItem) Topic() string { return "stake.slashed" }

func (item *StakeSlashedItem) event() any { return &item.Event }

// StakeSuspendedItem is an item of stake.suspended: A validator was left out of the set because it was
// silent.
type StakeSuspendedItem struct {
	place

	Event SuspendedEvent
}

// Topic is "stake.suspended".
func (*StakeSuspendedItem) Topic() string { return "stake.suspended" }

func (item *StakeSuspendedItem) event() any { return &item.Event }

// AwardFrozenItem is an item of award.frozen: Pool and eligible of a draw are fixed.
type AwardFrozenItem struct {
	place

	Event AwardDraw
}

// Topic is "award.frozen".
func (*AwardFrozenItem) Topic() string { return "award.frozen" }

func (item *AwardFrozenItem) event() any { return &item.Event }

// AwardSeededItem is an item of award.seeded: The seed of a draw is there.
type AwardSeededItem struct {
	place

	Event AwardDraw
}

// Topic is "award.seeded".
func (*AwardSeededItem) Topic() string { return "award.seeded" }

func (item *AwardSeededItem) event() any { return &item.Event }

// AwardPaidItem is an item of award.paid: A draw is over: it was paid, or `outcome` says why not.
type AwardPaidItem struct {
	place

	Event AwardRecord
}

// Topic is "award.paid".
func (*AwardPaidItem) Topic() string { return "award.paid" }

func (item *AwardPaidItem) event() any { return &item.Event }

// CaughtUpItem is an item of caught_up: Comes once, between replay and live.
type CaughtUpItem struct {
	place

	Event CaughtUp
}

// Topic is "caught_up".
func (*CaughtUpItem) Topic() string { return "caught_up" }

func (item *CaughtUpItem) event() any { return &item.Event }

// items makes the item of each topic, to be decoded into.
var items = map[string]func(at place) decodable{
	"chain.block":      func(at place) decodable { return &ChainBlockItem{place: at} },
	"chain.status":     func(at place) decodable { return &ChainStatusItem{place: at} },
	"account.balance":  func(at place) decodable { return &AccountBalanceItem{place: at} },
	"payment.status":   func(at place) decodable { return &PaymentStatusItem{place: at} },
	"message.received": func(at place) decodable { return &MessageReceivedItem{place: at} },
	"message.status":   func(at place) decodable { return &MessageStatusItem{place: at} },
	"stake.status":     func(at place) decodable { return &StakeStatusItem{place: at} },
	"stake.epoch":      func(at place) decodable { return &StakeEpochItem{place: at} },
	"stake.slashed":    func(at place) decodable { return &StakeSlashedItem{place: at} },
	"stake.suspended":  func(at place) decodable { return &StakeSuspendedItem{place: at} },
	"award.frozen":     func(at place) decodable { return &AwardFrozenItem{place: at} },
	"award.seeded":     func(at place) decodable { return &AwardSeededItem{place: at} },
	"award.paid":       func(at place) decodable { return &AwardPaidItem{place: at} },
	"caught_up":        func(at place) decodable { return &CaughtUpItem{place: at} },
}
