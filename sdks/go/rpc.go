package stegos

import (
	"encoding/json"
	"errors"
)

// request is a frame of JSON-RPC 2.0 on its way to the node.
type request struct {
	Version string `json:"jsonrpc"`
	ID      int    `json:"id"`
	Method  string `json:"method"`
	Params  any    `json:"params"`
}

func encodeRequest(method string, params any) ([]byte, error) {
	return json.Marshal(request{Version: "2.0", ID: 1, Method: method, Params: params})
}

// response is one on its way back.
type response struct {
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Code    int             `json:"code"`
		Message string          `json:"message"`
		Data    json.RawMessage `json:"data"`
	} `json:"error"`
}

var errNoAnswer = errors.New("it is no answer of JSON-RPC 2.0")

// resultOf gives the result in an answer, or the error it carries, or invalid_response. Status is zero where there is none.
func resultOf(text []byte, status int) (json.RawMessage, *Error) {
	var answer response
	if err := json.Unmarshal(text, &answer); err != nil {
		return nil, invalidResponse(status, err)
	}
	if answer.Error == nil {
		if len(answer.Result) == 0 || string(answer.Result) == "null" {
			return nil, invalidResponse(status, errNoAnswer)
		}
		return answer.Result, nil
	}
	var about struct {
		Type      Symbol `json:"type"`
		Retryable bool   `json:"retryable"`
	}
	if err := json.Unmarshal(answer.Error.Data, &about); err != nil || about.Type == "" {
		return nil, invalidResponse(status, errNoAnswer)
	}
	return nil, &Error{
		Symbol:    about.Type,
		Code:      answer.Error.Code,
		Message:   answer.Error.Message,
		Retryable: about.Retryable,
		Data:      dataOf(about.Type, answer.Error.Data),
		Raw:       answer.Error.Data,
	}
}

// dataOf decodes what belongs to an error; nil when a newer node says it in another way.
func dataOf(symbol Symbol, text json.RawMessage) any {
	create, known := errorData[symbol]
	if !known {
		return nil
	}
	data := create()
	if err := decode(text, data); err != nil {
		return nil
	}
	return data
}
