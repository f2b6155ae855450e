// How long a proof of each example takes, beside what psql needs to run the same SQL, and beside the recovery drill's own servers:
// dotnet run bench/prove.cs. The bar: at most five times psql's time and the drill's together, and at most a minute.
using Schemawright.Benchmarks;
using System.Globalization;

const int Times = 5;
const int Longest = 60;
Programs.Run("dotnet", "build", "src/Schemawright.Tool", "-c", "Release", "-v", "q", "-nologo");
var tool = Path.GetFullPath(".artifacts/bin/Schemawright.Tool/release/Schemawright.Tool.dll");
var root = Directory.CreateTempSubdirectory("schemawright-prove-").FullName;
foreach (var example in Directory.EnumerateDirectories("examples").Order(StringComparer.Ordinal))
{
    var output = Path.Combine(root, Path.GetFileName(example));
    double Prove(params string[] only) => Least(() => Programs.Run("dotnet", [tool, "prove", example, "--out", output, .. only]).TotalSeconds);
    var whole = Prove();
    var start = Programs.Run("dotnet", tool, "build", example, "--out", output).TotalSeconds;
    var drill = Prove("--only", "RecoveryBringsBackTheMoment") - start;
    var psql = Least(() => Psql(Path.Combine(output, "db", "migrations")));
    var bar = (Times * psql) + drill;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example,-20} prove {whole:0.0} s = {whole / (psql + drill):0.0} times (psql {psql:0.0} s with a server of its own + drill {drill:0.0} s); at most {Longest} s: {(whole <= Longest ? "kept" : "passed over")}; at most {bar:0.0} s: {(whole <= bar ? "kept" : "passed over")}"));
}

Directory.Delete(root, recursive: true);

static double Least(Func<double> run) => Math.Min(run(), run());

// The same server programs and settings, without anything tried: start, run each file, stop.
static double Psql(string migrations) => Programs.Run("bash", "-c", $$"""
    set -e
    programs=$(pg_config --bindir 2>/dev/null || ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
    as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi; }
    folder=$(as mktemp -d /tmp/schemawright-psql-XXXXXX)
    cd "$folder"
    as "$programs/initdb" -D "$folder/data" -U postgres --auth=trust --locale=C --no-sync >/dev/null
    as "$programs/pg_ctl" -D "$folder/data" -w -o "-k $folder -c listen_addresses= -c fsync=off -c max_locks_per_transaction=1024" -l "$folder/log" start >/dev/null
    for file in '{{Path.GetFullPath(migrations)}}'/*.sql; do psql -X -q -v ON_ERROR_STOP=1 -h "$folder" -U postgres -f "$file" postgres >/dev/null; done
    as "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
    cd /; rm -rf "$folder"
    """).TotalSeconds;
