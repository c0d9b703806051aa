# Sourced by ./build and ./leat. `find_jdk` prints the home of a JDK of at least version 25, or says in one line what
# to install and fails. Order: JAVA_HOME, the java on the PATH, then the places where installers put JDKs; there the
# oldest that will do wins, since 25 is the version that this project is tested on. Works with bash 3.2 (macOS).

readonly JDK_NEEDED=25

# The feature version of the JDK at home $1, or 0 where there is no JDK (a JRE without javac does not count).
jdk_version() {
    local version=""
    if [ ! -x "$1/bin/java" ] || [ ! -x "$1/bin/javac" ]; then
        echo 0
        return
    fi
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    echo "${version:-0}"
}

# The home of the java on the PATH, symbolic links followed; nothing where there is none.
jdk_on_path() {
    local java
    java=$(command -v java) || return 0
    # On macOS /usr/bin/java is a launcher that stands in no JDK.
    if [ "$java" = /usr/bin/java ] && [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$JDK_NEEDED+" 2>/dev/null || true
        return 0
    fi
    java=$(readlink -f "$java" 2>/dev/null) || return 0
    dirname "$(dirname "$java")"
}

find_jdk() {
    local home version best="" best_version=0
    for home in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge "$JDK_NEEDED" ]; then
            echo "$home"
            return 0
        fi
    done
    for home in /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        version=$(jdk_version "$home")
        if [ "$version" -ge "$JDK_NEEDED" ] && { [ -z "$best" ] || [ "$version" -lt "$best_version" ]; }; then
            best=$home
            best_version=$version
        fi
    done
    if [ -z "$best" ]; then
        echo "leat needs a JDK $JDK_NEEDED or newer: install one, for example Temurin $JDK_NEEDED from https://adoptium.net, or set JAVA_HOME to it" >&2
        return 1
    fi
    echo "$best"
}

# Runs Maven on the JDK at home $1 in the project's root, with the remaining arguments.
run_maven() {
    local jdk=$1
    shift
    if ! command -v mvn >/dev/null 2>&1; then
        echo "leat needs Maven 3.8 or newer on the PATH: install it from your packages or from https://maven.apache.org" >&2
        return 1
    fi
    # The options and the filter silence warnings about Maven's own JVM; the options stand here, not in .mvn, since JDKs
    # before 24 refuse them.
    JAVA_HOME=$jdk MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
        mvn "$@" 2> >(grep --line-buffered -v '^WARNING: Using incubator modules: ' >&2)
}
