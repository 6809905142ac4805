package stegos

import (
	"encoding/json"
	"errors"
	"os"
	"testing"
	"time"
)

type act struct {
	Act    string
	Token  TokenText
	Method string
	Params json.RawMessage
	Items  int
}

type outcome map[string]any

// program does what the acts say, by typed calls; it has one stream at a time.
type program struct {
	t       *testing.T
	url     string
	clients map[TokenText]*Client
	stream  *Stream
}

// The recorded conversations (test/fixtures of the project). What the program sees is written down, and compared by who
// started this.
func TestFixtures(t *testing.T) {
	text := must(os.ReadFile(given(t, "STEGOS_FIXTURES")))(t)
	var parts []struct {
		Name, URL string
		Acts      []act
	}
	if err := json.Unmarshal(text, &parts); err != nil {
		t.Fatal(err)
	}
	outcomes := map[string][]outcome{}
	for _, part := range parts {
		p := &program{t: t, url: part.URL, clients: map[TokenText]*Client{}}
		for _, act := range part.Acts {
			outcomes[part.Name] = append(outcomes[part.Name], p.perform(act))
		}
	}
	if err := os.WriteFile(given(t, "STEGOS_OUTCOMES"), must(json.Marshal(outcomes))(t), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (p *program) perform(act act) outcome {
	switch act.Act {
	case "call":
		result, err := callByName(p.client(act.Token), act.Method, act.Params)
		return p.outcomeOf("result", result, err)
	case "open":
		var params SubscribeParams
		if err := json.Unmarshal(act.Params, &params); err != nil {
			p.t.Fatal(err)
		}
		p.stream = p.client(act.Token).Events(EventsOptions{Topics: params.Topics, AccountID: params.AccountID, From: params.From})
	case "read":
		var items []outcome
		for len(items) < act.Items {
			item := must(p.stream.Next(background))(p.t)
			items = append(items, outcome{"topic": item.Topic(), "cursor": item.Cursor(), "event": item.(decodable).event()})
		}
		return outcome{"items": items}
	case "fail":
		item, err := p.stream.Next(background)
		return p.outcomeOf("item", item, err)
	default:
		p.stream.Close()
	}
	return outcome{}
}

func (p *program) client(token TokenText) *Client {
	if p.clients[token] == nil {
		p.clients[token] = newClient(p.t, p.url, Options{Token: token, Retry: Retry{Delay: time.Millisecond}})
	}
	return p.clients[token]
}

func (p *program) outcomeOf(name string, result any, err error) outcome {
	p.t.Helper()
	if err == nil {
		return outcome{name: result}
	}
	var failed *Error
	if !errors.As(err, &failed) {
		p.t.Fatal(err)
	}
	// Through its type and back.
	data := map[string]any{}
	if err := json.Unmarshal(must(json.Marshal(failed.Data))(p.t), &data); err != nil {
		p.t.Fatal(err)
	}
	delete(data, "type")
	delete(data, "retryable")
	return outcome{"error": outcome{
		"code": failed.Code, "symbol": failed.Symbol, "retryable": failed.Retryable, "data": data,
	}}
}
