#!/bin/sh
# Types, tests and packaging of the Python SDK. test/sdks/python.test.ts runs it with a node (STEGOS_URL, STEGOS_TOKEN) and
# the calls of the contract's examples (STEGOS_EXAMPLES). With --tools it only says whether the tools are there.
set -eu
cd "$(dirname "$0")"

for PYTHON in ${PYTHON:-/usr/bin/python3 python3}; do
  "$PYTHON" -c 'import h11, wsproto, sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null && break
  PYTHON=
done
if [ -z "$PYTHON" ]; then
  echo 'Python 3.9 with h11 and wsproto is missing (Debian: python3 python3-h11 python3-wsproto)'
  exit 1
fi
[ "${1:-}" != --tools ] || exit 0

if command -v mypy >/dev/null; then
  mypy --no-error-summary stegos tests examples
elif [ "${CI_TOOLCHAINS:-}" = 1 ]; then
  echo 'mypy is missing (Debian: mypy)'
  exit 1
fi

export PYTHONDONTWRITEBYTECODE=1
exec "$PYTHON" -W error::ResourceWarning -m unittest discover --start-directory tests --top-level-directory . "$@"
