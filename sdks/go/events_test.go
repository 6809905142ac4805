package stegos

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"math/rand"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

const events = 200

// A node behind a proxy that cuts every connection somewhere, often inside an event, and a node killed once: no event is
// lost, none comes twice, and the order is kept.
func TestStreamThroughCutsAndARestart(t *testing.T) {
	node := startDevnet(t)
	chance := rand.New(rand.NewSource(20_250_304))
	// Enough for the opening and an event or two, or for many.
	between := startProxy(t, node.url, func() int { return 1_000 + chance.Intn(7_000) })
	mine := func() {
		client := newClient(t, node.url, Options{Token: node.token, Retry: patient})
		must(client.Dev.Mine(background, DevMineParams{Blocks: Ptr[int64](events / 2)}))(t)
	}
	mine()

	lost, marks, next := 0, 0, int64(-1)
	client := newClient(t, between.url, Options{Token: node.token, Retry: quick})
	stream := client.Events(EventsOptions{
		Topics:       []TopicPattern{"chain.block"},
		From:         "genesis",
		OnDisconnect: func() { lost++ },
	})
	defer stream.Close()
	for next <= events || marks == 0 {
		switch item := must(stream.Next(background))(t).(type) {
		case *CaughtUpItem:
			marks++
		case *ChainBlockItem:
			if next == -1 {
				next = item.Event.Height
			}
			if item.Event.Height != next || next > events*10 {
				t.Fatalf("block %d instead of %d", item.Event.Height, next)
			}
			next++
			if next == events/3 {
				node.end(syscall.SIGKILL)
				node.start()
				mine()
			}
		}
	}
	if marks != 1 || lost < 4 || between.cuts.Load() < 4 {
		t.Errorf("%d marks, %d cuts, noticed %d", marks, between.cuts.Load(), lost)
	}
}

func TestAStreamGoesOnFromAStoredCursor(t *testing.T) {
	client := givenClient(t, Options{})
	read := func(from Cursor, count int) []Item {
		stream := client.Events(EventsOptions{Topics: []TopicPattern{TopicPatternChainBlock}, From: from})
		defer stream.Close()
		var items []Item
		for len(items) < count {
			items = append(items, must(stream.Next(background))(t))
		}
		return items
	}
	whole := read("genesis", 6)
	rest := read(whole[2].Cursor(), 3)
	for i, item := range rest {
		if item.Cursor() != whole[i+3].Cursor() || item.(*ChainBlockItem).Event.ID != whole[i+3].(*ChainBlockItem).Event.ID {
			t.Errorf("item %d is another one", i)
		}
	}
}

func TestWaitingInVainLosesNothing(t *testing.T) {
	client := givenClient(t, Options{})
	stream := client.Events(EventsOptions{Topics: []TopicPattern{"account.balance"}})
	defer stream.Close()
	must(stream.Next(background))(t)
	for i := 0; i < 3; i++ {
		short, cancel := context.WithTimeout(background, 5*time.Millisecond)
		if _, err := stream.Next(short); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		cancel()
	}
	made := must(client.Account.Create(background, AccountCreateParams{}))(t)
	must(client.Dev.Faucet(background, DevFaucetParams{Address: made.Address, Amount: Ptr[Amount](7)}))(t)
	for {
		item, ok := must(stream.Next(background))(t).(*AccountBalanceItem)
		if ok && item.Event.AccountID == made.AccountID && item.Event.Total == 7 {
			return
		}
	}
}

func TestAStreamEndsWithCloseOfItsOrItsClients(t *testing.T) {
	for name, end := range map[string]func(*Client, *Stream){
		"stream": func(_ *Client, stream *Stream) { stream.Close() },
		"client": func(client *Client, _ *Stream) { client.Close() },
	} {
		client := givenClient(t, Options{})
		stream := client.Events(EventsOptions{Topics: []TopicPattern{"stake.slashed"}})
		must(stream.Next(background))(t)
		time.AfterFunc(10*time.Millisecond, func() { end(client, stream) })
		if item, err := stream.Next(background); err != io.EOF {
			t.Errorf("%s: %v, %v", name, item, err)
		}
	}
}

func TestWhatMakesNoSenseToRepeatIsToldAndWhoNeverWasThereIsGivenUp(t *testing.T) {
	client := givenClient(t, Options{})
	for symbol, options := range map[Symbol]EventsOptions{
		ErrInvalidCursor: {Topics: []TopicPattern{"chain.block"}, From: "nonsense"},
		ErrInvalidParams: {Topics: []TopicPattern{"no.topic"}},
	} {
		if _, err := client.Events(options).Next(background); !errors.Is(err, symbol) {
			t.Errorf("%s: %v", symbol, err)
		}
	}
	listener := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	listener.Close()
	nobody := newClient(t, "http://"+listener.Addr().String(), Options{Retry: Retry{Attempts: 3, Delay: time.Millisecond}})
	if _, err := nobody.Events(EventsOptions{Topics: []TopicPattern{"chain.block"}}).Next(background); !errors.Is(err, ErrConnectionLost) {
		t.Error(err)
	}
}

// A node that takes subscriptions and then neither says nor answers anything: the client comes again.
func TestADeadConnectionIsLeft(t *testing.T) {
	var opened atomic.Int64
	upgrader := websocket.Upgrader{Subprotocols: []string{"stegos"}}
	over := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		socket, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer socket.Close()
		opened.Add(1)
		_, _, _ = socket.ReadMessage()
		_ = socket.WriteMessage(websocket.TextMessage, []byte(`{"id":1,"result":{"subscription":"s","cursor":"c0"}}`))
		<-over
	}))
	defer server.Close()
	defer close(over)
	client := newClient(t, server.URL, Options{Retry: quick, ProbeInterval: 5 * time.Millisecond})
	lost := make(chan struct{}, 1_000)
	stream := client.Events(EventsOptions{Topics: []TopicPattern{"chain.block"}, OnDisconnect: func() { lost <- struct{}{} }})
	go func() {
		<-lost
		<-lost
		stream.Close()
	}()
	if _, err := stream.Next(background); err != io.EOF || opened.Load() < 2 {
		t.Errorf("%d connections, %v", opened.Load(), err)
	}
}

// Calls and streams over TLS, with a certificate that the options vouch for and that is refused without.
func TestOverTLS(t *testing.T) {
	upgrader := websocket.Upgrader{Subprotocols: []string{"stegos"}}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/rpc" {
			_, _ = io.WriteString(w, `{"id":1,"result":{"height":7}}`)
			return
		}
		socket, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer socket.Close()
		_, _, _ = socket.ReadMessage()
		for _, text := range []string{
			`{"id":1,"result":{"subscription":"s","cursor":"c0"}}`,
			`{"method":"event","params":{"subscription":"s","cursor":"c0","topic":"caught_up","event":{}}}`,
		} {
			_ = socket.WriteMessage(websocket.TextMessage, []byte(text))
		}
		_, _, _ = socket.ReadMessage()
	}))
	// What it says about the handshake that is refused.
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	vouched := &tls.Config{RootCAs: x509.NewCertPool()}
	vouched.RootCAs.AddCert(server.Certificate())
	client := newClient(t, server.URL, Options{TLS: vouched, SkipContractCheck: true})
	if mined := must(client.Dev.Mine(background, DevMineParams{}))(t); mined.Height != 7 {
		t.Errorf("%+v", mined)
	}
	stream := client.Events(EventsOptions{Topics: []TopicPattern{"chain.block"}})
	if item := must(stream.Next(background))(t); item.Topic() != "caught_up" {
		t.Error(item.Topic())
	}
	stream.Close()
	stranger := newClient(t, server.URL, Options{SkipContractCheck: true, Retry: Retry{Attempts: 1}})
	if _, err := stranger.Dev.Mine(background, DevMineParams{}); !errors.Is(err, ErrConnectionLost) {
		t.Error(err)
	}
	if _, err := stranger.Events(EventsOptions{Topics: []TopicPattern{"chain.block"}}).Next(background); !errors.Is(err, ErrConnectionLost) {
		t.Error(err)
	}
}

func TestWaitingForAPaymentAndAStake(t *testing.T) {
	client := givenClient(t, Options{})
	made := must(client.Account.Create(background, AccountCreateParams{Name: "waits"}))(t)
	coins := must(client.Dev.Faucet(background, DevFaucetParams{Address: made.Address, Amount: Ptr(100 * STG)}))(t)
	payment := must(client.WaitForPayment(background, WaitForPaymentParams{PaymentID: coins.PaymentID, AccountID: made.AccountID}))(t)
	if payment.Status != PaymentStatusFinal || payment.Amount != 100*STG {
		t.Errorf("%+v", payment)
	}
	staked := must(client.Stake.Deposit(background, StakeDepositParams{AccountID: made.AccountID, Amount: 20 * STG}))(t)
	stake := must(client.WaitForStake(background, WaitForStakeParams{AccountID: made.AccountID, StakeID: staked.StakeID}))(t)
	if stake.Status != StakeStatusActive {
		t.Errorf("%+v", stake)
	}
	short, cancel := context.WithTimeout(background, 50*time.Millisecond)
	defer cancel()
	if _, err := client.WaitForStake(short, WaitForStakeParams{AccountID: made.AccountID, StakeID: staked.StakeID, Until: StakeWithdrawn}); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}
