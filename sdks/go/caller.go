package stegos

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// maxAnswer is how many bytes one answer or event may have: more is not of a node, whose own limits are far below.
const maxAnswer = 64 << 20

// caller makes one call, repeated until it is answered: always with the same idempotency key, so that it never has a
// second effect.
type caller struct {
	url       string
	headers   func() http.Header
	http      *http.Client
	retry     Retry
	timeout   time.Duration
	onWarning func(string)
	life      context.Context
	end       context.CancelFunc

	mutex     sync.Mutex
	unchecked bool
	// Deprecated methods that OnWarning has been told of.
	told map[string]bool
}

// invoke calls a method and decodes its result.
func invoke[Result any](ctx context.Context, c *caller, method, key string, params any) (*Result, error) {
	c.warnDeprecated(method)
	result := new(Result)
	text, err := c.call(ctx, method, params, c.retry.Attempts)
	if err == nil {
		if cause := decode(text, result); cause != nil {
			err = invalidResponse(0, cause)
		}
	}
	if err != nil {
		err.Method = method
		err.IdempotencyKey = key
		return nil, err
	}
	c.compareContracts()
	return result, nil
}

func (c *caller) call(ctx context.Context, method string, params any, attempts int) (json.RawMessage, *Error) {
	body, err := encodeRequest(method, params)
	if err != nil {
		return nil, asError(err)
	}
	ctx, done := bound(ctx, c.life)
	defer done()
	for failures := 1; ; failures++ {
		result, failed := c.attempt(ctx, body)
		if failed == nil {
			return result, nil
		}
		if !failed.Retryable || failures >= attempts {
			return nil, failed
		}
		wait := c.retry.backoff(failures)
		if limited, ok := failed.Data.(*RateLimitedData); ok {
			if asked := time.Duration(limited.RetryAfter * float64(time.Second)); asked > wait {
				wait = asked
			}
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, c.ended(err)
		}
	}
}

// attempt is one try.
func (c *caller) attempt(ctx context.Context, body []byte) (json.RawMessage, *Error) {
	limited, done := context.WithTimeout(ctx, c.timeout)
	defer done()
	status, text, err := c.post(limited, body)
	switch {
	case err == nil:
		return resultOf(text, status)
	case ctx.Err() != nil:
		return nil, c.ended(ctx.Err())
	case limited.Err() != nil:
		return nil, timedOut(c.timeout)
	case errors.Is(err, errTooLong):
		return nil, invalidResponse(status, err)
	default:
		return nil, connectionLost(c.url, err)
	}
}

var errTooLong = errors.New("it is too long")

func (c *caller) post(ctx context.Context, body []byte) (int, []byte, error) {
	asked, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/rpc", bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	asked.Header = c.headers()
	asked.Header.Set("Content-Type", "application/json")
	answer, err := c.http.Do(asked)
	if err != nil {
		return 0, nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer+1))
	if err == nil && len(text) > maxAnswer {
		err = errTooLong
	}
	return answer.StatusCode, text, err
}

// bound gives a context that ends with life, too. What it takes is given back by the function.
func bound(ctx, life context.Context) (context.Context, func()) {
	both, end := context.WithCancel(ctx)
	go func() {
		select {
		case <-life.Done():
			end()
		case <-both.Done():
		}
	}()
	return both, end
}

// ended says why a context has.
func (c *caller) ended(err error) *Error {
	if c.life.Err() != nil {
		return clientClosed()
	}
	return interrupted(err)
}

// compareContracts warns, once and aside, when the node serves another contract.
func (c *caller) compareContracts() {
	c.mutex.Lock()
	due := c.unchecked
	c.unchecked = false
	c.mutex.Unlock()
	if !due {
		return
	}
	go func() {
		text, failed := c.call(c.life, "node.version", struct{}{}, c.retry.Attempts)
		var version NodeVersion
		if failed == nil && decode(text, &version) == nil && version.Contract.Hash != ContractHash {
			c.onWarning(fmt.Sprintf("The node serves another contract (version %s) than this module was made from. "+
				"Update the older one of the two.", version.Contract.Version))
		}
	}()
}

// warnDeprecated tells of a method that is on its way out, at its first call.
func (c *caller) warnDeprecated(method string) {
	about := contractMethods[method].deprecated
	if about == "" {
		return
	}
	c.mutex.Lock()
	known := c.told[method]
	if c.told == nil {
		c.told = map[string]bool{}
	}
	c.told[method] = true
	c.mutex.Unlock()
	if !known {
		c.onWarning(method + ": " + about)
	}
}

// keyOr gives the key, or 128 random bits where there is none.
func keyOr(key IdempotencyKey) IdempotencyKey {
	if key != "" {
		return key
	}
	var bits [16]byte
	if _, err := rand.Read(bits[:]); err != nil {
		// Without randomness a key could be one that was used before.
		panic(err)
	}
	return hex.EncodeToString(bits[:])
}
