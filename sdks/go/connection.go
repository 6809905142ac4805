package stegos

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// buffer is how many notifications a connection keeps for a slow reader; what comes then waits in the node.
const buffer = 256

// notification is what comes of a subscription.
type notification struct {
	Topic  string          `json:"topic"`
	Cursor Cursor          `json:"cursor"`
	Event  json.RawMessage `json:"event"`
}

// connection is one subscription on one WebSocket, until it breaks.
type connection struct {
	socket *websocket.Conn
	// Closed when the connection has ended and nothing follows.
	notifications chan notification
	over          chan struct{}
	closing       sync.Once
}

// subscribe opens a connection and a subscription on it, and gives the place where that starts. The context is that of
// the opening; the connection ends with life.
func (c *Client) subscribe(ctx, life context.Context, params SubscribeParams) (*connection, Cursor, *Error) {
	limited, done := context.WithTimeout(ctx, c.caller.timeout)
	defer done()
	socket, failed := c.dial(limited)
	if failed == nil {
		var subscribed Subscribed
		subscribed, failed = ask(limited, socket, params)
		if failed == nil {
			opened := &connection{
				socket:        socket,
				notifications: make(chan notification, buffer),
				over:          make(chan struct{}),
			}
			go opened.read(c.probeInterval)
			go opened.watch(life, c.probeInterval)
			return opened, subscribed.Cursor, nil
		}
		socket.Close()
	}
	switch {
	case ctx.Err() != nil:
		return nil, "", c.caller.ended(ctx.Err())
	case limited.Err() != nil:
		return nil, "", timedOut(c.caller.timeout)
	case failed.Symbol == ErrConnectionLost:
		failed = connectionLost(c.caller.url, failed.cause)
	}
	return nil, "", failed
}

func (c *Client) dial(ctx context.Context) (*websocket.Conn, *Error) {
	dialer := websocket.Dialer{
		Proxy:           http.ProxyFromEnvironment,
		TLSClientConfig: c.tls.Clone(),
		Subprotocols:    []string{"stegos"},
	}
	address := "ws" + strings.TrimPrefix(c.caller.url, "http") + "/ws"
	socket, answer, err := dialer.DialContext(ctx, address, c.caller.headers())
	if err == nil {
		socket.SetReadLimit(maxAnswer)
		return socket, nil
	}
	if !errors.Is(err, websocket.ErrBadHandshake) || answer == nil {
		return nil, connectionLost(c.caller.url, err)
	}
	// The node says why in the body.
	text, _ := io.ReadAll(answer.Body)
	_, failed := resultOf(text, answer.StatusCode)
	if failed == nil {
		failed = invalidResponse(answer.StatusCode, nil)
	}
	return nil, failed
}

// ask sends the one request of a connection and waits for the answer.
func ask(ctx context.Context, socket *websocket.Conn, params SubscribeParams) (Subscribed, *Error) {
	var subscribed Subscribed
	body, err := encodeRequest("subscribe", params)
	if err != nil {
		return subscribed, asError(err)
	}
	answered := make(chan struct{})
	defer close(answered)
	go func() {
		select {
		case <-ctx.Done():
			socket.Close()
		case <-answered:
		}
	}()
	if err := socket.WriteMessage(websocket.TextMessage, body); err != nil {
		return subscribed, connectionLost("", err)
	}
	_, text, err := socket.ReadMessage()
	if err != nil {
		return subscribed, connectionLost("", err)
	}
	result, failed := resultOf(text, 0)
	if failed != nil {
		return subscribed, failed
	}
	if err := decode(result, &subscribed); err != nil {
		return subscribed, invalidResponse(0, err)
	}
	return subscribed, nil
}

// read hands on what comes, and waits while the reader is busy. Nothing heard for three intervals is the end: a
// connection can be dead without either side being told.
func (c *connection) read(interval time.Duration) {
	defer close(c.notifications)
	defer c.close()
	alive := func(string) error { return c.socket.SetReadDeadline(time.Now().Add(3 * interval)) }
	answer := c.socket.PingHandler()
	c.socket.SetPongHandler(alive)
	c.socket.SetPingHandler(func(data string) error {
		if err := alive(data); err != nil {
			return err
		}
		return answer(data)
	})
	for {
		if alive("") != nil {
			return
		}
		_, text, err := c.socket.ReadMessage()
		if err != nil {
			return
		}
		var frame struct {
			Method string       `json:"method"`
			Params notification `json:"params"`
		}
		if json.Unmarshal(text, &frame) != nil || frame.Method != "event" {
			continue
		}
		select {
		case c.notifications <- frame.Params:
		case <-c.over:
			return
		}
	}
}

// watch asks for signs of life, and ends the connection with the stream.
func (c *connection) watch(life context.Context, interval time.Duration) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-c.over:
			return
		case <-life.Done():
			c.close()
			return
		case <-ticker.C:
			// One that cannot be written breaks the connection, and who reads learns of it.
			_ = c.socket.WriteControl(websocket.PingMessage, nil, time.Now().Add(interval))
		}
	}
}

func (c *connection) close() {
	c.closing.Do(func() {
		close(c.over)
		c.socket.Close()
	})
}
