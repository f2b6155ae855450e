# Keeps one throw-away server: makes its folder, starts it, and waits until its standard input ends, which is when the
# program that started it stops it or dies. Then nothing is left. Arguments: folder, folder of programs, a base backup to
# start from (empty: a new cluster), the root below which the system keeps the server (empty: the programs are nobody else's) and
# below it the folders of its programs, its libraries and its data, settings.
trap '' INT HUP TERM
umask 077
folder=$1
programs=$2
backup=$3
root=$4
bin=$5
libraries=$6
data=$7
shift 7
mkdir "$folder" || exit 1
trap 'rm -rf "$folder"' EXIT
# A package may be upgraded while the server runs, which loads its libraries when they are first needed. So it runs from a copy, in the
# same places below another root, for by these it finds its files. Links to the system's files only their owner may make.
copy() {
    mkdir -p "$folder/server/$bin" "$folder/server/$libraries" "$folder/server/$data" || return
    for program in initdb postgres pg_dump pg_restore; do
        [ ! -e "$root/$bin/$program" ] || cp -p "$root/$bin/$program" "$folder/server/$bin/" || return
    done
    set -- "$root/$libraries"/*.so
    [ -e "$1" ] || set -- "$root/$libraries"/*.dylib
    cp -p "$@" "$folder/server/$libraries/" || return
    for entry in "$root/$data"/*; do
        case ${entry##*/} in
            man | doc | contrib) ;;
            *) cp -R -p "$entry" "$folder/server/$data/" || return ;;
        esac
    done
}
if [ -n "$root" ]; then
    copy </dev/null 2>"$folder/log" || { cat "$folder/log" >&2; echo failed; exit 1; }
    programs=$folder/server/$bin
fi
if [ -n "$backup" ]; then
    cp -R -p "$backup" "$folder/data" </dev/null >"$folder/log" 2>&1
else
    "$programs/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync --wal-segsize=1 </dev/null >"$folder/log" 2>&1
fi || { cat "$folder/log" >&2; echo failed; exit 1; }
{
    sh -c 'folder=$1; programs=$2; shift 2; echo $$ >"$folder/pid"; exec "$programs/postgres" -D "$folder/data" -k "$folder" "$@"' \
        sh "$folder" "$programs" "$@" </dev/null >>"$folder/log" 2>&1
    tail -n 20 "$folder/log" >&2
    echo failed
} &
until [ -s "$folder/pid" ]; do sleep 0.01; done
echo started
read -r _
server=$(cat "$folder/pid")
signal=QUIT
patience=200
# A server that is only just starting may miss a signal, so it is sent until the server is gone.
while kill -s "$signal" "$server" 2>/dev/null; do
    patience=$((patience - 1))
    [ "$patience" -gt 0 ] || signal=KILL
    sleep 0.02
done
wait
