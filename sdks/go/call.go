package stegos

import (
	"context"
	"encoding/json"
)

// Call calls a method by its name in the contract, such as one that is newer than this module. The parameters are an
// object of JSON; nil stands for none. What a method of the contract changes happens once, as everywhere; one that this
// module does not know is repeated only if there is an idempotencyKey among its parameters.
//
//	block, err := client.Call(ctx, "chain.block", map[string]any{"height": 7})
func (c *Client) Call(ctx context.Context, method string, params map[string]any) (json.RawMessage, error) {
	given := map[string]any{}
	for name, value := range params {
		given[name] = value
	}
	about, known := contractMethods[method]
	key, keyed := given["idempotencyKey"].(string)
	if about.keyed && !keyed {
		key = keyOr("")
		given["idempotencyKey"] = key
	}
	attempts := c.caller.retry.Attempts
	if !known && !keyed {
		attempts = 1
	}
	c.caller.warnDeprecated(method)
	text, err := c.caller.call(ctx, method, given, attempts)
	if err != nil {
		err.Method = method
		err.IdempotencyKey = key
		return nil, err
	}
	c.caller.compareContracts()
	return text, nil
}
