package stegos

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"reflect"
	"strings"
	"testing"
)

// spy keeps the body of the last answer.
type spy struct {
	http.RoundTripper
	body []byte
}

func (s *spy) RoundTrip(asked *http.Request) (*http.Response, error) {
	answer, err := s.RoundTripper.RoundTrip(asked)
	if err != nil {
		return nil, err
	}
	s.body, err = io.ReadAll(answer.Body)
	answer.Body = io.NopCloser(bytes.NewReader(s.body))
	return answer, err
}

// Every method of the contract is called with the contract's examples, and nothing of the answer is lost.
func TestExamples(t *testing.T) {
	text := must(os.ReadFile(given(t, "STEGOS_EXAMPLES")))(t)
	var calls []struct {
		Name, Method string
		Params       json.RawMessage
	}
	if err := json.Unmarshal(text, &calls); err != nil {
		t.Fatal(err)
	}
	client := givenClient(t, Options{SkipContractCheck: true})
	heard := &spy{RoundTripper: client.caller.http.Transport}
	client.caller.http.Transport = heard
	called := map[string]bool{}
	for _, call := range calls {
		called[goName(call.Method)] = true
		result, err := callByName(client, call.Method, call.Params)
		if err != nil {
			t.Errorf("%s: %v", call.Name, err)
			continue
		}
		var answer response
		if err := json.Unmarshal(heard.body, &answer); err != nil {
			t.Fatal(err)
		}
		back := must(json.Marshal(result))(t)
		if !reflect.DeepEqual(plain(t, back), plain(t, answer.Result)) {
			t.Errorf("%s: came\n%s\nand became\n%s", call.Name, answer.Result, back)
		}
	}
	for _, name := range methodNames(client) {
		if !called[name] {
			t.Errorf("%s was not called", name)
		}
	}
}

// callByName calls payment.send as client.Payment.Send.
func callByName(client *Client, name string, params json.RawMessage) (any, error) {
	group, method, _ := strings.Cut(goName(name), ".")
	function := reflect.ValueOf(client.Methods).FieldByName(group).MethodByName(method)
	given := []reflect.Value{reflect.ValueOf(context.Background())}
	if function.Type().NumIn() == 2 {
		value := reflect.New(function.Type().In(1))
		decoder := json.NewDecoder(bytes.NewReader(params))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(value.Interface()); err != nil {
			return nil, err
		}
		given = append(given, value.Elem())
	}
	results := function.Call(given)
	err, _ := results[1].Interface().(error)
	return results[0].Interface(), err
}

// methodNames lists Payment.Send and all others.
func methodNames(client *Client) []string {
	var names []string
	groups := reflect.ValueOf(client.Methods)
	for i := 0; i < groups.NumField(); i++ {
		group := groups.Type().Field(i)
		for j := 0; j < group.Type.NumMethod(); j++ {
			names = append(names, group.Name+"."+group.Type.Method(j).Name)
		}
	}
	return names
}

// goName: payment.sendMany is Payment.SendMany.
func goName(name string) string {
	if name == "rpc.discover" {
		return "RPC.Discover"
	}
	group, method, _ := strings.Cut(name, ".")
	return strings.ToUpper(group[:1]) + group[1:] + "." + strings.ToUpper(method[:1]) + method[1:]
}

func plain(t *testing.T, text []byte) any {
	t.Helper()
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
