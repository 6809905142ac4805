package stegos

import (
	"context"
	"errors"
)

// WaitForPaymentParams say which payment to wait for.
type WaitForPaymentParams struct {
	PaymentID PaymentID

	// The account to look at when both sides are on the node.
	AccountID AccountID
}

// WaitForPayment waits until a payment is final, rejected or cancelled, and returns it. One the account has not heard of
// yet is waited for, since a receiver hears of it by its block: give a context that ends if it may never come.
func (c *Client) WaitForPayment(ctx context.Context, params WaitForPaymentParams) (*Payment, error) {
	look := func() (*Payment, error) {
		payment, err := c.Payment.Get(ctx, PaymentGetParams{PaymentID: params.PaymentID, AccountID: params.AccountID})
		if errors.Is(err, ErrPaymentNotFound) {
			return nil, nil
		}
		if err == nil && (payment.Status == PaymentStatusCreated || payment.Status == PaymentStatusBroadcast) {
			return nil, nil
		}
		return payment, err
	}
	concerns := func(item Item) bool {
		told, ok := item.(*PaymentStatusItem)
		return !ok || told.Event.PaymentID == params.PaymentID
	}
	return waitFor(ctx, c, EventsOptions{Topics: []TopicPattern{TopicPatternPaymentStatus}, AccountID: params.AccountID}, concerns, look)
}

// StakeGoal is how a stake is to stand.
type StakeGoal string

// What WaitForStake can wait for.
const (
	// It is staked.
	StakeActive StakeGoal = "active"

	// Nothing of it waits for the unbonding time.
	StakeReleased StakeGoal = "released"

	// All of it is back.
	StakeWithdrawn StakeGoal = "withdrawn"
)

// WaitForStakeParams say what to wait for.
type WaitForStakeParams struct {
	AccountID AccountID
	StakeID   StakeID

	// Waits until that operation is final; one that fails is an error.
	TransactionID TransactionID

	// Waits until the stake stands like that. Without it and without an operation: StakeActive.
	Until StakeGoal
}

// WaitForStake waits until a stake is active, released or withdrawn, or until an operation on it is final, and returns
// it. It ends as well when the stake is rejected. A stake the account has not heard of yet is waited for. It fails with
// ErrOperationRefused when the operation of TransactionID will never be in a block. Unbonding takes weeks on the main
// network: give a context that ends if that is too long.
func (c *Client) WaitForStake(ctx context.Context, params WaitForStakeParams) (*Stake, error) {
	look := func() (*Stake, error) {
		stake, err := c.Stake.Get(ctx, StakeGetParams{AccountID: params.AccountID, StakeID: params.StakeID})
		if errors.Is(err, ErrUnknownStake) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if over, err := params.over(stake); !over || err != nil {
			return nil, err
		}
		return stake, nil
	}
	concerns := func(item Item) bool {
		told, ok := item.(*StakeStatusItem)
		return !ok || told.Event.StakeID == params.StakeID
	}
	return waitFor(ctx, c, EventsOptions{Topics: []TopicPattern{TopicPatternStakeStatus}, AccountID: params.AccountID}, concerns, look)
}

// over says whether the stake stands as was waited for; it fails when the operation did.
func (params WaitForStakeParams) over(stake *Stake) (bool, error) {
	goal := params.Until
	if goal == "" && params.TransactionID == "" {
		goal = StakeActive
	}
	if stake.Refused != nil && stake.Refused.TransactionID == params.TransactionID {
		return false, refused(stake.Refused)
	}
	underWay := stake.Pending != nil && stake.Pending.TransactionID == params.TransactionID
	return stake.Status == StakeStatusRejected || (!underWay && goal.reached(stake)), nil
}

func (goal StakeGoal) reached(stake *Stake) bool {
	made := stake.Status != StakeStatusCreated && stake.Status != StakeStatusBroadcast
	switch goal {
	case StakeActive:
		return made
	case StakeReleased:
		for _, part := range stake.Leaving {
			if part.Status != "withdrawable" {
				return false
			}
		}
		return made && stake.Status != StakeStatusActive
	case StakeWithdrawn:
		return stake.Status == StakeStatusWithdrawn
	default:
		return true
	}
}

func refused(operation *RefusedOperation) *Error {
	why := string(operation.Reason)
	if operation.Rule != "" {
		why += ": " + string(operation.Rule)
	}
	return &Error{
		Symbol:  ErrOperationRefused,
		Message: "The operation " + string(operation.Operation) + " will never be in a block (" + why + ")",
		Data:    operation,
	}
}

// waitFor looks again at each event that concerns it. Nothing is missed between looking and following: looking comes
// after caught_up.
func waitFor[T any](
	ctx context.Context, c *Client, options EventsOptions, concerns func(Item) bool, look func() (*T, error),
) (*T, error) {
	stream := c.Events(options)
	defer stream.Close()
	for {
		item, err := stream.Next(ctx)
		if c.caller.life.Err() != nil {
			return nil, clientClosed()
		}
		if err != nil {
			return nil, err
		}
		if !concerns(item) {
			continue
		}
		if found, err := look(); found != nil || err != nil {
			return found, err
		}
	}
}
