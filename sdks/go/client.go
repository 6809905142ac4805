// Package stegos is a client of a Stegos node: private payments and a private message bus.
//
//	client, err := stegos.New("http://127.0.0.1:3145", stegos.Options{Token: token})
//	account, err := client.Account.Create(ctx, stegos.AccountCreateParams{Name: "shop"})
//
// Errors are told apart with errors.Is and the constants that begin with Err; Events follows what happens.
package stegos

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"
)

const hidden = "(hidden)"

// Options of a Client. All may be left out.
type Options struct {
	// The bearer token; that of the owner is in api.token in the data directory of the node.
	Token TokenText

	// Time one attempt of a call may take; a minute unless told.
	Timeout time.Duration

	// How failed calls are repeated.
	Retry Retry

	// For https, instead of the settings of Go.
	TLS *tls.Config

	// Is told what a developer should know, such as that the node serves another contract. Logs it unless told.
	OnWarning func(message string)

	// Does not compare the contract of the node with that of this module after the first call.
	SkipContractCheck bool

	// Time of silence after which the connection of a stream is probed; 15 seconds unless told.
	ProbeInterval time.Duration
}

// Client of one node. Goroutines may share it.
type Client struct {
	Methods

	caller        *caller
	tls           *tls.Config
	probeInterval time.Duration
}

// New makes a client of the node at an address such as http://127.0.0.1:3145. Nothing happens until the first call.
func New(address string, options Options) (*Client, error) {
	parsed, err := url.Parse(address)
	if err != nil || (parsed.Scheme != "http" && parsed.Scheme != "https") || parsed.Hostname() == "" {
		return nil, errors.New("stegos: the address of a node is like http://127.0.0.1:3145")
	}
	if parsed.User != nil || parsed.RawQuery != "" || parsed.Fragment != "" {
		return nil, errors.New("stegos: the address of a node has no user, query or fragment; a token goes into Options.Token")
	}
	// A line break in it would let it write headers of its own. The message must not show it.
	if options.Token != "" && !token.MatchString(string(options.Token)) {
		return nil, errors.New("stegos: a token is one word of printable ASCII")
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = options.TLS.Clone()
	c := &caller{
		url:     strings.TrimRight(parsed.String(), "/"),
		headers: headersOf(options.Token),
		http: &http.Client{
			Transport: transport,
			// The token goes nowhere else.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		retry:     options.Retry.orDefault(),
		timeout:   orElse(options.Timeout, time.Minute),
		onWarning: options.OnWarning,
		unchecked: !options.SkipContractCheck,
	}
	if c.onWarning == nil {
		c.onWarning = func(message string) { log.Print("stegos: ", message) }
	}
	c.life, c.end = context.WithCancel(context.Background())
	return &Client{
		Methods:       newMethods(c),
		caller:        c,
		tls:           options.TLS,
		probeInterval: orElse(options.ProbeInterval, 15*time.Second),
	}, nil
}

// Close ends streams, calls and connections.
func (c *Client) Close() {
	c.caller.end()
	c.caller.http.CloseIdleConnections()
}

// String names the node.
func (c *Client) String() string { return fmt.Sprintf("stegos.Client(%s)", c.caller.url) }

// GoString names the node.
func (c *Client) GoString() string { return c.String() }

var token = regexp.MustCompile(`^[\x21-\x7e]+$`)

// headersOf keeps the token where printing a client does not find it.
func headersOf(token TokenText) func() http.Header {
	return func() http.Header {
		headers := http.Header{}
		if token != "" {
			headers.Set("Authorization", "Bearer "+string(token))
		}
		return headers
	}
}

func orElse(given, otherwise time.Duration) time.Duration {
	if given > 0 {
		return given
	}
	return otherwise
}
