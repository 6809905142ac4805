package stegos

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestAMethodByItsName(t *testing.T) {
	client := givenClient(t, Options{})
	var block Block
	if err := json.Unmarshal(must(client.Call(background, "chain.block", map[string]any{"height": 0}))(t), &block); err != nil || block.Height != 0 || block.ID == "" {
		t.Errorf("%+v, %v", block, err)
	}
	if _, err := client.Call(background, "moon.phase", nil); !errors.Is(err, ErrUnknownMethod) {
		t.Error(err)
	}
}

// What changes something is repeated with one key, and what nobody knows only if it has one.
func TestAMethodByItsNameHappensOnce(t *testing.T) {
	lost, done := answer{}, answer{200, `{"id":1,"result":{"height":3}}`}
	for _, each := range []struct {
		method  string
		params  map[string]any
		answers []answer
		asked   int
	}{
		{"account.create", map[string]any{"name": "x"}, []answer{lost, done}, 2},
		{"chain.status", nil, []answer{lost, done}, 2},
		{"moon.move", nil, []answer{lost}, 1},
		{"moon.move", map[string]any{"idempotencyKey": "once"}, []answer{lost, done}, 2},
	} {
		server := startScripted(t, each.answers...)
		client := newClient(t, server.url, Options{Retry: quick, SkipContractCheck: true})
		_, err := client.Call(background, each.method, each.params)
		if len(server.asked) != each.asked || (err == nil) != (each.asked == 2) {
			t.Errorf("%s: asked %d times, %v", each.method, len(server.asked), err)
		}
		first := <-server.asked
		keyed := strings.Contains(first, "idempotencyKey")
		if keyed != (each.method != "chain.status" && each.asked == 2) {
			t.Error(first)
		}
		if each.asked == 2 && <-server.asked != first {
			t.Errorf("%s was repeated in other words", each.method)
		}
	}
}

func TestAMethodOnItsWayOutIsToldOfOnce(t *testing.T) {
	before := contractMethods["chain.status"]
	contractMethods["chain.status"] = methodFacts{deprecated: "Deprecated since 0.2.0, removed in 0.4.0: use chain.block."}
	defer func() { contractMethods["chain.status"] = before }()
	var told []string
	client := givenClient(t, Options{SkipContractCheck: true, OnWarning: func(message string) { told = append(told, message) }})
	must(client.Chain.Fees(background))(t)
	for i := 0; i < 2; i++ {
		must(client.Chain.Status(background))(t)
		must(client.Call(background, "chain.status", nil))(t)
	}
	if !reflect.DeepEqual(told, []string{"chain.status: Deprecated since 0.2.0, removed in 0.4.0: use chain.block."}) {
		t.Error(told)
	}
}
