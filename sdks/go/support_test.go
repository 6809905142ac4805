package stegos

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

var quick = Retry{Delay: time.Millisecond, MaxDelay: 20 * time.Millisecond}

// patient is for calls to a node that has just been started, on a machine that has much else to do.
var patient = Retry{Attempts: 1_000, Delay: 20 * time.Millisecond, MaxDelay: 200 * time.Millisecond}

// given is a variable that test/sdks/go.test.ts sets.
func given(t *testing.T, name string) string {
	t.Helper()
	value := os.Getenv(name)
	if value == "" {
		t.Fatalf("%s is not set: run this by npm test -- test/sdks/go.test.ts", name)
	}
	return value
}

// givenClient is a client of the node whoever runs the tests has started.
func givenClient(t *testing.T, options Options) *Client {
	t.Helper()
	options.Token = TokenText(given(t, "STEGOS_TOKEN"))
	return newClient(t, given(t, "STEGOS_URL"), options)
}

func newClient(t *testing.T, url string, options Options) *Client {
	t.Helper()
	client, err := New(url, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// must gives a result, and fails the test where there is none.
func must[T any](result T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
}

// devnet is a development network in a process of its own, that comes back where it was.
type devnet struct {
	t         *testing.T
	directory string
	url       string
	token     TokenText
	process   *exec.Cmd
}

func startDevnet(t *testing.T) *devnet {
	t.Helper()
	node := &devnet{t: t, directory: t.TempDir(), url: "http://127.0.0.1:0"}
	node.start()
	t.Cleanup(func() { node.end(syscall.SIGTERM) })
	return node
}

func (n *devnet) start() {
	words := []string{"../../bin/stegos.mjs", "devnet", "--json", "--data-dir", n.directory, "--listen", strings.TrimPrefix(n.url, "http://")}
	n.process = exec.Command(given(n.t, "NODE"), words...)
	n.process.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + n.directory}
	output, err := n.process.StdoutPipe()
	if err == nil {
		err = n.process.Start()
	}
	if err != nil {
		n.t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		var told struct{ URL, TokenFile string }
		if json.Unmarshal(lines.Bytes(), &told) == nil && told.URL != "" {
			token, err := os.ReadFile(told.TokenFile)
			if err != nil {
				n.t.Fatal(err)
			}
			n.url, n.token = told.URL, TokenText(strings.TrimSpace(string(token)))
			// What it says later is of no use, but a full pipe would stop it.
			go func() { _, _ = io.Copy(io.Discard, output) }()
			return
		}
	}
	n.t.Fatal("the node ended before it listened")
}

func (n *devnet) end(how os.Signal) {
	if err := n.process.Process.Signal(how); err == nil {
		_ = n.process.Wait()
	}
}

// proxy stands between a client and a node. It loses answers (the request arrives, the answer does not), and cuts
// connections after as many bytes of answers as lifetime says.
type proxy struct {
	url      string
	target   string
	toLose   atomic.Int64
	lost     atomic.Int64
	cuts     atomic.Int64
	mutex    sync.Mutex
	lifetime func() int
}

func startProxy(t *testing.T, target string, lifetime func() int) *proxy {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	p := &proxy{url: "http://" + listener.Addr().String(), target: strings.TrimPrefix(target, "http://"), lifetime: lifetime}
	go func() {
		for {
			near, err := listener.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err == nil {
				go p.carry(near)
			}
		}
	}()
	return p
}

func (p *proxy) carry(near net.Conn) {
	defer near.Close()
	far, err := net.Dial("tcp", p.target)
	if err != nil {
		return
	}
	defer far.Close()
	go func() {
		_, _ = io.Copy(far, near)
		far.Close()
	}()
	left := -1
	if p.lifetime != nil {
		p.mutex.Lock()
		left = p.lifetime()
		p.mutex.Unlock()
	}
	data := make([]byte, 65_536)
	for left != 0 {
		count, err := far.Read(data)
		if err != nil {
			return
		}
		if left > 0 && count >= left {
			count = left
			p.cuts.Add(1)
		}
		if p.toLose.Load() > 0 {
			p.toLose.Add(-1)
			p.lost.Add(1)
			return
		}
		if _, err := near.Write(data[:count]); err != nil {
			return
		}
		if left > 0 {
			left -= count
		}
	}
}

// scripted answers each request with the next of its answers, and keeps what it was asked.
type scripted struct {
	url   string
	asked chan string
}

type answer struct {
	status int
	body   string
}

func startScripted(t *testing.T, answers ...answer) *scripted {
	t.Helper()
	s := &scripted{asked: make(chan string, len(answers))}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		at := len(s.asked)
		s.asked <- string(body)
		if answers[at].status == 0 {
			panic(http.ErrAbortHandler)
		}
		w.WriteHeader(answers[at].status)
		_, _ = io.WriteString(w, answers[at].body)
	}))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}
