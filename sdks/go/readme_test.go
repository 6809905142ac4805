package stegos

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The README's programs, run as they stand, each as a module of its own that depends on this one.
func TestReadme(t *testing.T) {
	text := string(must(os.ReadFile("README.md"))(t))
	programs := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(text, -1)
	expected := []string{"final 12.5\nBen reads: hello\n", "ann has not 1000000.01 STG\n"}
	if len(programs) != len(expected) {
		t.Fatalf("%d programs", len(programs))
	}
	here := must(os.Getwd())(t)
	home := t.TempDir()
	directory := filepath.Join(home, ".stegos", "dev")
	if err := os.MkdirAll(directory, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(directory, "api.token"), given(t, "STEGOS_TOKEN")+"\n")
	address := must(url.Parse(given(t, "STEGOS_URL")))(t)
	for i, program := range programs {
		place := t.TempDir()
		write(t, filepath.Join(place, "main.go"), strings.Replace(program[1], "127.0.0.1:3145", address.Host, 1))
		module := "module readme\n\ngo 1.18\n\nrequire github.com/stegos/stegos/sdks/go v0.0.0\n\n" +
			"replace github.com/stegos/stegos/sdks/go => " + here + "\n" +
			"replace github.com/gorilla/websocket => /usr/share/gocode/src/github.com/gorilla/websocket\n"
		write(t, filepath.Join(place, "go.mod"), module)
		build := exec.Command("go", "build", "-o", "program", ".")
		build.Dir = place
		build.Env = append(os.Environ(), "GOFLAGS=-mod=mod")
		if output, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		run := exec.Command(filepath.Join(place, "program"))
		run.Env = []string{"HOME=" + home}
		output, err := run.CombinedOutput()
		if err != nil || !strings.Contains(string(output), expected[i]) {
			t.Errorf("%v\n%s", err, output)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
