package stegos

import (
	"context"
	"errors"
	"io"
	"sync"
)

// EventsOptions say what to follow.
type EventsOptions struct {
	// Such as "payment.status"; "stake.*" stands for all topics of the group.
	Topics []TopicPattern

	// Only what concerns this account.
	AccountID AccountID

	// "genesis", "now" (the default) or the cursor of an item.
	From Cursor

	// Is told each time the stream has lost its connection and is about to look for another.
	OnDisconnect func()
}

// SubscribeParams are the parameters of subscribe, which Events calls.
type SubscribeParams struct {
	Topics    []TopicPattern `json:"topics"`
	AccountID AccountID      `json:"accountId,omitempty"`
	From      Cursor         `json:"from,omitempty"`
}

// Stream gives items in order, without a gap, without a double, one *CaughtUpItem. It outlives its connections: it
// looks for a new one and goes on after the last item it has given. For one goroutine at a time; Close is for any.
type Stream struct {
	client  *Client
	options EventsOptions
	life    context.Context
	end     context.CancelFunc

	mutex      sync.Mutex
	connection *connection
	connected  bool
	caughtUp   bool
	failures   int
}

// Events follows events, across lost connections and restarts of the node: each event once, in order.
//
//	stream := client.Events(stegos.EventsOptions{Topics: []stegos.TopicPattern{"payment.status"}, From: cursorFromDisk})
//	defer stream.Close()
//	for {
//		item, err := stream.Next(ctx)
//		…
//	}
func (c *Client) Events(options EventsOptions) *Stream {
	life, end := context.WithCancel(c.caller.life)
	options.Topics = append([]TopicPattern{}, options.Topics...)
	return &Stream{client: c, options: options, life: life, end: end}
}

// Next gives the next item. It fails with io.EOF when the stream or its client was closed; with the error of the context
// when that ended, which loses nothing; and with an *Error when going on makes no sense (ErrUnauthorized,
// ErrCursorExpired), or when there never was a connection. One once had is looked for until somebody ends it.
func (s *Stream) Next(ctx context.Context) (Item, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for {
		if s.life.Err() != nil {
			s.leave()
			return nil, io.EOF
		}
		if s.connection == nil {
			if err := s.connect(ctx); err != nil {
				return nil, err
			}
			continue
		}
		select {
		case <-s.life.Done():
		case <-ctx.Done():
			return nil, ctx.Err()
		case told, open := <-s.connection.notifications:
			if !open {
				s.lose()
				continue
			}
			item, err := s.take(told)
			if item != nil || err != nil {
				return item, err
			}
		}
	}
}

// Cursor is where the stream is: after the last item it gave. Not to be called while Next runs elsewhere.
func (s *Stream) Cursor() Cursor { return s.options.From }

// Close ends the stream: who waits for an item gets io.EOF.
func (s *Stream) Close() { s.end() }

// connect makes one try, after the wait that is due.
func (s *Stream) connect(ctx context.Context) error {
	either, done := bound(ctx, s.life)
	defer done()
	if s.failures > 0 && sleep(either, s.client.caller.retry.backoff(s.failures)) != nil {
		// Next looks who ended it.
		return ctx.Err()
	}
	params := SubscribeParams{Topics: s.options.Topics, AccountID: s.options.AccountID, From: s.options.From}
	opened, cursor, failed := s.client.subscribe(either, s.life, params)
	if failed == nil {
		// From here on the place is known, even if the connection breaks before the first item.
		s.connection, s.options.From, s.connected = opened, cursor, true
		return nil
	}
	if either.Err() != nil {
		return ctx.Err()
	}
	failed.Method = "subscribe"
	if !failed.Retryable {
		return failed
	}
	s.failures++
	if !s.connected && s.failures >= s.client.caller.retry.Attempts {
		return failed
	}
	return nil
}

// take makes an item of a notification, if it is one.
func (s *Stream) take(told notification) (Item, error) {
	if told.Cursor == "" {
		s.leave()
		return nil, invalidResponse(0, errors.New("an event has no cursor"))
	}
	if told.Topic == "stop" {
		s.options.From = told.Cursor
		s.lose()
		return nil, nil
	}
	item, err := itemOf(told.Topic, told.Cursor, told.Event)
	if err != nil {
		s.leave()
		return nil, invalidResponse(0, err)
	}
	s.options.From = told.Cursor
	s.failures = 0
	if told.Topic == "caught_up" {
		if s.caughtUp {
			return nil, nil
		}
		s.caughtUp = true
	}
	return item, nil
}

func (s *Stream) lose() {
	s.leave()
	s.failures++
	if s.options.OnDisconnect != nil {
		s.options.OnDisconnect()
	}
}

func (s *Stream) leave() {
	if s.connection != nil {
		s.connection.close()
		s.connection = nil
	}
}
