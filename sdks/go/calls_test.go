package stegos

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

var background = context.Background()

func TestEachErrorHasItsSymbolAndItsData(t *testing.T) {
	client := givenClient(t, Options{})
	poor := must(client.Account.Create(background, AccountCreateParams{Name: "poor"}))(t)
	_, err := client.Payment.Send(background, PaymentSendParams{AccountID: poor.AccountID, To: poor.Address, Amount: 5 * STG})
	if !errors.Is(err, ErrInsufficientFunds) || errors.Is(err, ErrAccountLocked) {
		t.Fatal(err)
	}
	data, ok := DataOf[InsufficientFundsData](err)
	if !ok || data.Needed <= 5*STG || data.Available != 0 {
		t.Errorf("%+v", data)
	}
	if _, ok := DataOf[RateLimitedData](err); ok {
		t.Error("it has the data of another error")
	}
	var failed *Error
	if !errors.As(err, &failed) || failed.Code != 1200 || failed.Method != "payment.send" || failed.Retryable || len(failed.IdempotencyKey) != 32 {
		t.Errorf("%+v", failed)
	}
}

func TestTheNodeSaysWhoMayNotComeIn(t *testing.T) {
	client := newClient(t, given(t, "STEGOS_URL"), Options{Token: "wrong"})
	if _, err := client.Node.Status(background); !errors.Is(err, ErrUnauthorized) {
		t.Error(err)
	}
	stream := client.Events(EventsOptions{Topics: []TopicPattern{"chain.block"}})
	defer stream.Close()
	if _, err := stream.Next(background); !errors.Is(err, ErrUnauthorized) {
		t.Error(err)
	}
}

func TestAnErrorOfANewerNodeIsToldByItsSymbol(t *testing.T) {
	server := startScripted(t, answer{200, `{"id":1,"error":{"code":1999,"message":"No moon","data":{"type":"moon_missing","retryable":false,"phase":3}}}`})
	client := newClient(t, server.url, Options{SkipContractCheck: true})
	_, err := client.Node.Status(background)
	var failed *Error
	if !errors.Is(err, Symbol("moon_missing")) || !errors.As(err, &failed) || failed.Data != nil || !strings.Contains(string(failed.Raw), `"phase":3`) {
		t.Error(err)
	}
}

func TestWhatIsNoNodeIsCalledSo(t *testing.T) {
	for _, body := range []string{"<html>", "[]", "{}", `{"result":null}`, `{"error":{"code":1,"message":"x"}}`, `{"result":{"height":"seven"}}`} {
		server := startScripted(t, answer{404, body})
		client := newClient(t, server.url, Options{SkipContractCheck: true})
		if _, err := client.Dev.Mine(background, DevMineParams{}); !errors.Is(err, ErrInvalidResponse) {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestATokenDoesNotFollowARedirection(t *testing.T) {
	var followed atomic.Bool
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { followed.Store(true) }))
	defer elsewhere.Close()
	server := httptest.NewServer(http.RedirectHandler(elsewhere.URL, http.StatusTemporaryRedirect))
	defer server.Close()
	client := newClient(t, server.URL, Options{SkipContractCheck: true, Token: "t"})
	if _, err := client.Node.Status(background); !errors.Is(err, ErrInvalidResponse) || followed.Load() {
		t.Error(err)
	}
}

func TestACallWhoseAnswerWasLostIsRepeatedWithTheSameKey(t *testing.T) {
	between := startProxy(t, given(t, "STEGOS_URL"), nil)
	client := newClient(t, between.url, Options{Token: TokenText(given(t, "STEGOS_TOKEN")), Retry: quick})
	accounts := func() map[AccountID]bool {
		found := map[AccountID]bool{}
		list := List(func(cursor Cursor) (*AccountPage, error) {
			return client.Account.List(background, AccountListParams{Cursor: cursor, Limit: Ptr[int64](2)})
		})
		for list.Next() {
			found[list.Item().AccountID] = true
		}
		if err := list.Err(); err != nil {
			t.Fatal(err)
		}
		return found
	}
	before := accounts()
	between.toLose.Store(3)
	made := must(client.Account.Create(background, AccountCreateParams{Name: "once"}))(t)
	after := accounts()
	if between.lost.Load() != 3 || before[made.AccountID] || !after[made.AccountID] || len(after) != len(before)+1 {
		t.Errorf("%d lost, %d accounts before, %d after", between.lost.Load(), len(before), len(after))
	}
}

func TestAKeyOfOnesOwn(t *testing.T) {
	client := givenClient(t, Options{})
	key := keyOr("")
	first := must(client.Account.Create(background, AccountCreateParams{Name: "own", IdempotencyKey: key}))(t)
	again := must(client.Account.Create(background, AccountCreateParams{Name: "own", IdempotencyKey: key}))(t)
	if *first != *again {
		t.Error("another account under the same key")
	}
	if _, err := client.Account.Create(background, AccountCreateParams{Name: "other", IdempotencyKey: key}); !errors.Is(err, ErrIdempotencyConflict) {
		t.Error(err)
	}
}

func TestANodeThatAsksForPatienceGetsIt(t *testing.T) {
	limited := `{"id":1,"error":{"code":1602,"message":"Wait","data":{"type":"rate_limited","retryable":true,"retryAfter":0.01}}}`
	server := startScripted(t, answer{429, limited}, answer{502, "<html>"}, answer{}, answer{200, `{"id":1,"result":{"height":7}}`})
	client := newClient(t, server.url, Options{SkipContractCheck: true, Retry: quick})
	mined := must(client.Dev.Mine(background, DevMineParams{}))(t)
	close(server.asked)
	asked := map[string]int{}
	for body := range server.asked {
		asked[body]++
	}
	if mined.Height != 7 || len(asked) != 1 {
		t.Errorf("%+v, %v", mined, asked)
	}
	for body, times := range asked {
		if times != 4 || !strings.Contains(body, "idempotencyKey") {
			t.Errorf("%d times %s", times, body)
		}
	}
}

func TestNoMoreOftenThanTold(t *testing.T) {
	server := startScripted(t, answer{}, answer{}, answer{200, `{"id":1,"result":{"height":7}}`})
	client := newClient(t, server.url, Options{SkipContractCheck: true, Retry: Retry{Attempts: 2, Delay: time.Millisecond}})
	_, err := client.Dev.Mine(background, DevMineParams{})
	var failed *Error
	if !errors.Is(err, ErrConnectionLost) || !errors.As(err, &failed) || failed.IdempotencyKey == "" || len(server.asked) != 2 {
		t.Error(err, len(server.asked))
	}
}

// silentServer takes connections and says nothing.
func silentServer(t *testing.T) string {
	listener := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	t.Cleanup(func() { listener.Close() })
	return "http://" + listener.Addr().String()
}

func TestWhatEndsTheWaiting(t *testing.T) {
	url := silentServer(t)
	once := Retry{Attempts: 1}
	client := newClient(t, url, Options{SkipContractCheck: true, Retry: once, Timeout: 20 * time.Millisecond})
	if _, err := client.Node.Status(background); !errors.Is(err, ErrTimeout) {
		t.Error(err)
	}
	slow := newClient(t, url, Options{SkipContractCheck: true, Retry: once})
	ctx, cancel := context.WithCancel(background)
	cancel()
	if _, err := slow.Node.Status(ctx); !errors.Is(err, ErrInterrupted) || !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	time.AfterFunc(20*time.Millisecond, slow.Close)
	if _, err := slow.Node.Status(background); !errors.Is(err, ErrClientClosed) {
		t.Error(err)
	}
	if _, err := slow.Node.Status(background); !errors.Is(err, ErrClientClosed) {
		t.Error(err)
	}
}

func TestANodeWithAnotherContractIsWarnedOfOnce(t *testing.T) {
	mined := answer{200, `{"id":1,"result":{"height":7}}`}
	version := `{"id":1,"result":{"version":"9","contract":{"version":"9.0.0","hash":"00"},"runtime":"x"}}`
	server := startScripted(t, mined, answer{200, version}, mined)
	warnings := make(chan string, 2)
	client := newClient(t, server.url, Options{OnWarning: func(message string) { warnings <- message }})
	must(client.Dev.Mine(background, DevMineParams{}))(t)
	if warning := <-warnings; !strings.Contains(warning, "version 9.0.0") {
		t.Error(warning)
	}
	must(client.Dev.Mine(background, DevMineParams{}))(t)
	if len(server.asked) != 3 || len(warnings) != 0 {
		t.Error("it asked again")
	}
}
