package stegos

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"time"
)

// Retry says how often and how patiently a call is repeated. What is zero is as in DefaultRetry.
type Retry struct {
	// Attempts in all; 1 never repeats.
	Attempts int

	// Time before the second attempt; doubled for each one after it.
	Delay time.Duration

	// Time between attempts at most, unless the node asks for more.
	MaxDelay time.Duration
}

// DefaultRetry makes eight attempts over about ten seconds: enough for a node to restart.
var DefaultRetry = Retry{Attempts: 8, Delay: 100 * time.Millisecond, MaxDelay: 5 * time.Second}

func (r Retry) orDefault() Retry {
	if r.Attempts <= 0 {
		r.Attempts = DefaultRetry.Attempts
	}
	if r.Delay <= 0 {
		r.Delay = DefaultRetry.Delay
	}
	if r.MaxDelay <= 0 {
		r.MaxDelay = DefaultRetry.MaxDelay
	}
	return r
}

// backoff is how long to wait after that many failures (from 1): exponential, between half of it and all of it by
// chance, so that clients which failed together do not come back together.
func (r Retry) backoff(failures int) time.Duration {
	full := r.MaxDelay
	if shift := failures - 1; shift < 32 && r.Delay <= r.MaxDelay>>shift {
		full = r.Delay << shift
	}
	return full/2 + time.Duration(float64(full/2)*chance())
}

// sleep waits, unless the context ends before.
func sleep(ctx context.Context, duration time.Duration) error {
	timer := time.NewTimer(duration)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// chance is a number from 0 to 1. Not of math/rand, which before Go 1.20 says the same in every program.
func chance() float64 {
	var bytes [8]byte
	if _, err := rand.Read(bytes[:]); err != nil {
		return 1
	}
	return float64(binary.LittleEndian.Uint64(bytes[:])>>11) / (1 << 53)
}
