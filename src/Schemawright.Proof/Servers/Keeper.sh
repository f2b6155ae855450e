# Keeps one throw-away server: makes its folder, starts it, and waits until its standard input ends, which is when the
# program that started it stops it or dies. Then nothing is left. Arguments: folder, folder of programs, a base backup to
# start from (empty: a new cluster), settings.
trap '' INT HUP TERM
umask 077
folder=$1
programs=$2
backup=$3
shift 3
mkdir "$folder" || exit 1
trap 'rm -rf "$folder"' EXIT
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
