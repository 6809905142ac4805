#!/bin/sh
# Format, vet and tests of the Go SDK. test/sdks/go.test.ts runs it with a node (STEGOS_URL, STEGOS_TOKEN) and the calls of
# the contract's examples (STEGOS_EXAMPLES). With --tools it only says whether the tools are there.
#
# No module proxy is asked: the one dependency comes from Debian's package of its sources.
set -eu
cd "$(dirname "$0")"

WEBSOCKET=/usr/share/gocode/src/github.com/gorilla/websocket
if ! command -v go >/dev/null || [ ! -d "$WEBSOCKET" ]; then
  echo 'Go 1.18 or gorilla/websocket is missing (Debian: golang golang-github-gorilla-websocket-dev)'
  exit 1
fi
[ "${1:-}" != --tools ] || exit 0

offline=$(mktemp -d)
trap 'rm -rf "$offline"' EXIT
cp go.mod "$offline/offline.mod"
: >"$offline/offline.sum"
go mod edit -replace "github.com/gorilla/websocket=$WEBSOCKET" "$offline/offline.mod"
# HOME may be one that is thrown away: what was compiled is kept elsewhere.
export GOCACHE="${GOCACHE:-${TMPDIR:-/tmp}/stegos-go-cache}"
export GOPATH="$offline/path" GOPROXY=off GOFLAGS="-modfile=$offline/offline.mod -mod=mod"

unformatted=$(gofmt -l .)
if [ -n "$unformatted" ]; then
  echo "Not as gofmt has it: $unformatted"
  exit 1
fi
go vet ./...
go test -count=1 ./... "$@"
