#!/usr/bin/env bash
# What the programs below deploy share: finding a JDK, building when something has changed, running a main class. Sourced, not run.

minimum=21
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
stamp=$root/target/built

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Prints the major version of the JDK in a directory, or nothing.
major() {
  [ -f "$1/release" ] && [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Looks where the build looks: variables named *HOME, then the usual directories; takes the newest.
find_jdk() {
  local candidate version best='' best_version=0
  while IFS= read -r candidate; do
    version=$(major "$candidate")
    if [ -n "$version" ] && [ "$version" -ge "$minimum" ] && [ "$version" -gt "$best_version" ]; then
      best=$candidate
      best_version=$version
    fi
  done < <(
    env | sed -n 's/^\(JAVA\|JDK\)[A-Z0-9_]*HOME=//p'
    for folder in /usr/lib/jvm /usr/java /opt /opt/jdk /Library/Java/JavaVirtualMachines \
      "$HOME/.sdkman/candidates/java" "$HOME/.jdks" "$HOME/.m2/jdks" "$HOME/.asdf/installs/java" "$HOME/.jenv/versions"; do
      for candidate in "$folder"/*; do
        printf '%s\n' "$candidate" "$candidate/Contents/Home"
      done
    done
  )
  printf '%s' "$best"
}

# True when a source or build file is newer than the last build, or the module to run was cleaned since.
stale() {
  [ -f "$stamp" ] && [ -d "$1/target/lib" ] || return 0
  local pom changed
  for pom in "$root"/*/pom.xml "$root"/deploy/*/pom.xml; do
    changed=$(find "$pom" "${pom%/pom.xml}/src/main" -newer "$stamp" -type f -print -quit)
    [ -z "$changed" ] || return 0
  done
  [ "$root/pom.xml" -nt "$stamp" ]
}

build() {
  command -v mvn >/dev/null || fail "Maven is missing: install it (Debian: apt install maven), 3.8.7 or a later 3.x."
  mkdir -p "$root/target"
  local log=$root/target/build.log began=$SECONDS
  printf 'Building; the first time fetches libraries and takes a few minutes (log: %s)\n' "$log"
  trap 'printf "\nStopped while building.\n" >&2; exit 130' INT
  if ! (cd "$root" && mvn -B -Dfast -DskipTests package 2>&1) | tee "$log" |
    awk '/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ { sub(/^\[INFO\] Building /, ""); print "  " $0; fflush() }'; then
    grep -m 5 '^\[ERROR\]' "$log" >&2 || tail -n 15 "$log" >&2
    fail "The build failed; all of it is in $log"
  fi
  trap - INT
  touch "$stamp"
  printf 'Built in %d s\n' "$((SECONDS - began))"
}

# Becomes a main class of the module in a directory, built first when something has changed.
# run_main DIRECTORY HEAP_MIB CLASS ARGUMENT...
run_main() {
  local module=$1 heap=$2 class=$3 jdk
  shift 3
  [ "$(uname -s)" = Linux ] || fail "This runs on Linux."
  jdk=$(find_jdk)
  [ -n "$jdk" ] || fail "A JDK $minimum or newer is missing: install one (Debian: apt install openjdk-21-jdk; or Temurin 25), or point JAVA21_HOME at it."
  if stale "$module"; then
    build
  fi
  exec "$jdk/bin/java" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djava.awt.headless=true "-Xmx${heap}m" -XX:+UseSerialGC "-Dfleetgram.root=$root" \
    -cp "$module/target/classes:$module/target/lib/*" "$class" "$@"
}
