package stegos

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Symbol tells errors apart. It is an error itself, to be compared with: errors.Is(err, stegos.ErrInsufficientFunds).
type Symbol string

// Error gives the symbol.
func (s Symbol) Error() string { return "stegos: " + string(s) }

// Errors that arise on this side of the wire.
const (
	// The node cannot be reached, or the connection broke before the answer came: the call may have been carried out.
	ErrConnectionLost Symbol = "connection_lost"

	// No answer in time: the call may have been carried out.
	ErrTimeout Symbol = "timeout"

	// What answered is not a Stegos node: often a proxy, or another service on that port.
	ErrInvalidResponse Symbol = "invalid_response"

	// What WaitForStake waited for will never be in a block: the stake is as it was. The data is a *RefusedOperation.
	ErrOperationRefused Symbol = "operation_refused"

	// The context of the call ended: the call may have been carried out. It wraps the error of the context.
	ErrInterrupted Symbol = "interrupted"

	// Close was called.
	ErrClientClosed Symbol = "client_closed"
)

// Error says how a call or a stream failed. All errors of a Client are of this type:
//
//	var failed *stegos.Error
//	if errors.As(err, &failed) { … failed.IdempotencyKey … }
type Error struct {
	// What happened, such as insufficient_funds. One that is not among the constants comes from a newer node.
	Symbol Symbol

	// Number in the contract's error table; zero for errors that arise on this side.
	Code int

	// A sentence for people.
	Message string

	// Whether the same call may succeed later. The client has tried several times already.
	Retryable bool

	// What belongs to it: a pointer to the type of the symbol, such as *InsufficientFundsData; nil where that is not
	// known. DataOf gets at it.
	Data any

	// The same as it came.
	Raw json.RawMessage

	// The method that was called.
	Method string

	// The key the call was made with: calling again with it and the same parameters never has a second effect.
	IdempotencyKey string

	cause error
}

// Error gives method, sentence and symbol.
func (e *Error) Error() string {
	where := "stegos: "
	if e.Method != "" {
		where += e.Method + ": "
	}
	why := ""
	if e.cause != nil {
		why = ": " + e.cause.Error()
	}
	return fmt.Sprintf("%s%s (%s)%s", where, e.Message, string(e.Symbol), why)
}

// Is makes errors.Is compare symbols.
func (e *Error) Is(target error) bool {
	symbol, ok := target.(Symbol)
	return ok && symbol == e.Symbol
}

// Unwrap gives what caused it, if that is known.
func (e *Error) Unwrap() error { return e.cause }

// DataOf gets at what belongs to an error:
//
//	if data, ok := stegos.DataOf[stegos.InsufficientFundsData](err); ok {
//		fmt.Println(data.Needed, "needed,", data.Available, "there")
//	}
func DataOf[T any](err error) (*T, bool) {
	var failed *Error
	if !errors.As(err, &failed) {
		return nil, false
	}
	data, ok := failed.Data.(*T)
	return data, ok
}

func connectionLost(url string, cause error) *Error {
	return &Error{Symbol: ErrConnectionLost, Message: "No connection to " + url, Retryable: true, cause: cause}
}

func timedOut(limit time.Duration) *Error {
	return &Error{Symbol: ErrTimeout, Message: fmt.Sprintf("No answer within %s", limit), Retryable: true}
}

// invalidResponse: status is zero where there is none.
func invalidResponse(status int, cause error) *Error {
	what := ""
	if status != 0 {
		what = fmt.Sprintf(" (HTTP status %d)", status)
	}
	return &Error{
		Symbol:  ErrInvalidResponse,
		Message: "The answer is not one of a Stegos node" + what,
		// What a proxy says while the node behind it is away.
		Retryable: status == http.StatusBadGateway || status == http.StatusServiceUnavailable || status == http.StatusGatewayTimeout,
		cause:     cause,
	}
}

func interrupted(cause error) *Error {
	return &Error{Symbol: ErrInterrupted, Message: "The call was ended", cause: cause}
}

func clientClosed() *Error {
	return &Error{Symbol: ErrClientClosed, Message: "Client closed"}
}

func asError(err error) *Error {
	var failed *Error
	if errors.As(err, &failed) {
		return failed
	}
	return &Error{Symbol: "unknown", Message: err.Error(), cause: err}
}
