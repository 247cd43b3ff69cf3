# Sourced by mvnw and bootstrap/bin/chartroom: finds a JDK, in the order JAVA_HOME, PATH, the usual install folders.
# find_jdk VERSION -> sets jdk to the home of the first that is VERSION or newer, or to nothing

jdk_major() { # JDK_HOME -> feature version (25), or 0
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  [ -n "$v" ] || v=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  echo "${v:-0}"
}

jdk_on_path() { # -> home of the javac on PATH, links followed
  j=$(command -v javac) || return 0
  while [ -h "$j" ]; do
    l=$(readlink "$j")
    case $l in /*) j=$l ;; *) j=$(dirname -- "$j")/$l ;; esac
  done
  CDPATH='' cd -- "$(dirname -- "$j")/.." && pwd
}

find_jdk() {
  jdk=''
  for c in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
           /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
           "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$c" ] && [ -d "$c" ] && [ "$(jdk_major "$c")" -ge "$1" ]; then jdk=$c; return; fi
  done
}
