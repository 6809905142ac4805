#!/bin/sh
# Tests the library. test/sdks/java.test.ts runs it with a node (STEGOS_URL, STEGOS_TOKEN) and the calls of the contract's examples
# (STEGOS_EXAMPLES). With --tools it only says whether the tools are there, with --build it only compiles.
set -eu
cd "$(dirname "$0")"
STEGOS_PROJECT=$(cd ../.. && pwd)
export STEGOS_PROJECT

jars=${JUNIT_JARS:-/usr/share/java}
if ! javac --release 17 --version >/dev/null 2>&1; then
  echo 'A JDK of Java 17 or newer is missing (Debian: openjdk-17-jdk-headless)'
  exit 1
fi
junit=
for jar in junit-jupiter-api junit-jupiter-engine junit-jupiter-params junit-platform-commons junit-platform-console \
  junit-platform-engine junit-platform-launcher junit-platform-reporting opentest4j apiguardian-api picocli univocity-parsers; do
  if [ ! -e "$jars/$jar.jar" ]; then
    echo "$jars/$jar.jar is missing (Debian: junit5)"
    exit 1
  fi
  junit=$junit:$jars/$jar.jar
done
[ "${1:-}" != --tools ] || exit 0

build=$STEGOS_PROJECT/node_modules/.cache/sdks/java
if [ "${1:-}" = --build ]; then
  rm -rf "$build"
  mkdir -p "$build"
  find src/main -name '*.java' >"$build/main.txt"
  find src/test -name '*.java' >"$build/test.txt"
  javac --release 17 -Xlint:all -Werror -d "$build/main" "@$build/main.txt"
  javac --release 17 -cp "$build/main$junit" -d "$build/test" "@$build/test.txt"
  exit 0
fi
exec java -cp "$build/main:$build/test$junit" org.junit.platform.console.ConsoleLauncher \
  --config 'junit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$ClassName' \
  --disable-banner --details summary --scan-classpath "$build/test" --fail-if-no-tests
