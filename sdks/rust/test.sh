#!/bin/sh
# Tests the crate. test/sdks/rust.test.ts runs it with a node (STEGOS_URL, STEGOS_TOKEN) and the calls of the contract's examples
# (STEGOS_EXAMPLES). With --tools it only says whether the tools are there, with --build it does what needs no node, with --examples
# it only builds the examples.
set -eu
cd "$(dirname "$0")"
STEGOS_PROJECT=$(cd ../.. && pwd)
export STEGOS_PROJECT

if ! command -v cargo >/dev/null; then
  echo 'cargo is missing (Debian: cargo)'
  exit 1
fi
if ! command -v openssl >/dev/null; then
  echo 'openssl is missing (Debian: openssl)'
  exit 1
fi
debian=/usr/share/cargo/registry
for crate in getrandom serde serde_derive serde_json; do
  ls -d "$debian/$crate"-[0-9]* >/dev/null 2>&1 || missing=$crate
done
if [ "${CI_TOOLCHAINS:-}" = 1 ] && [ -n "${missing:-}" ]; then
  echo "the crate $missing is missing (Debian: librust-$missing-dev)"
  exit 1
fi
[ "${1:-}" != --tools ] || exit 0

# Debian's native-tls brings half a gigabyte of compilers with it, so TLS is tested only where that is there already.
features=
if [ -n "${missing:-}" ] || ls -d "$debian"/native-tls-[0-9]* >/dev/null 2>&1; then
  features='--features tls'
fi

# A copy with a lock file of its own: that of a developer names other versions than those of Debian.
build=$STEGOS_PROJECT/node_modules/.cache/sdks/rust
rm -rf "$build/crate"
mkdir -p "$build/crate" "$build/cargo"
cp -a Cargo.toml README.md src tests examples "$build/crate"
if [ -z "$features" ]; then
  # Cargo wants to have seen also what it does not need.
  sed -e '/native-tls/d' Cargo.toml >"$build/crate/Cargo.toml"
fi
export CARGO_TARGET_DIR="$build/target" CARGO_PROFILE_DEV_DEBUG=0
if [ -z "${missing:-}" ]; then
  export CARGO_HOME="$build/cargo"
  cat >"$CARGO_HOME/config.toml" <<END
[source.crates-io]
replace-with = "debian"
[source.debian]
directory = "$debian"
[net]
offline = true
END
fi
# A certificate for the name of this machine, which the tests of TLS trust where they say so.
export STEGOS_TLS_CERT="$build/cert.pem" STEGOS_TLS_KEY="$build/key.pem"
if [ "${1:-}" = --build ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout "$STEGOS_TLS_KEY" -out "$STEGOS_TLS_CERT" 2>/dev/null
fi
cd "$build/crate"
if [ "${1:-}" = --examples ]; then
  cargo build --quiet $features --examples
elif [ "${1:-}" = --build ]; then
  cargo test --quiet $features --no-run
  cargo test --quiet $features --doc
  # As most have it.
  cargo check --quiet
else
  cargo test --quiet $features --lib --tests
fi
