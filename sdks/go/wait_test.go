package stegos

import (
	"errors"
	"testing"
)

// A stake that goes from one state to the next with each event.
var way = []Stake{
	{Status: StakeStatusBroadcast},
	{Status: StakeStatusActive},
	{Status: StakeStatusActive, Pending: &PendingOperation{TransactionID: "out"}},
	{Status: StakeStatusUnbonding, Leaving: []Leaving{{Status: "unbonding"}}},
	{Status: StakeStatusWithdrawable, Leaving: []Leaving{{Status: "withdrawable"}}},
	{Status: StakeStatusWithdrawn},
}

func TestWhenWaitingForAStakeIsOver(t *testing.T) {
	for _, each := range []struct {
		params  WaitForStakeParams
		from    int
		reached int
	}{
		{WaitForStakeParams{}, 0, 1},
		{WaitForStakeParams{TransactionID: "out"}, 0, 0},
		{WaitForStakeParams{TransactionID: "out"}, 2, 3},
		{WaitForStakeParams{Until: StakeReleased}, 0, 4},
		{WaitForStakeParams{Until: StakeWithdrawn}, 0, 5},
		{WaitForStakeParams{Until: StakeWithdrawn, TransactionID: "out"}, 0, 5},
	} {
		for i := each.from; i <= each.reached; i++ {
			if over, err := each.params.over(&way[i]); err != nil || over != (i == each.reached) {
				t.Errorf("%+v: state %d: %v, %v", each.params, i, over, err)
			}
		}
	}
	if over, err := (WaitForStakeParams{Until: StakeWithdrawn}).over(&Stake{Status: StakeStatusRejected}); !over || err != nil {
		t.Error("a stake that is rejected is waited for")
	}
}

func TestAnOperationThatFailsEndsWaitingWithItsReason(t *testing.T) {
	operation := &RefusedOperation{TransactionID: "out", Operation: "unbond", Reason: "input_spent"}
	stake := &Stake{Status: StakeStatusActive, Refused: operation}
	_, err := WaitForStakeParams{TransactionID: "out"}.over(stake)
	if data, ok := DataOf[RefusedOperation](err); !ok || data != operation || !errors.Is(err, ErrOperationRefused) {
		t.Error(err)
	}
	if over, err := (WaitForStakeParams{TransactionID: "other"}).over(stake); !over || err != nil {
		t.Error(over, err)
	}
}
