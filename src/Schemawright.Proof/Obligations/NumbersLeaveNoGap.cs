using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Obligations;

/// <summary>Numbers run on without a gap when a row is taken back, when two sessions number at the same moment, and whatever number is sent.</summary>
internal sealed class NumbersLeaveNoGap : IObligation
{
    private const string First = "the first number";
    private const string Second = "the second number";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(60);

    public string Claim => "a number that is taken back is given to the next row, two sessions at the same moment get numbers one after the other, and what is sent as a number does not count";

    public async Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var vectors = new List<ProofVector>();
        foreach (var table in bench.Tables)
        {
            foreach (var numbering in table.Numberings)
            {
                vectors.AddRange(await OfAsync(bench, table, numbering));
            }
        }

        return [.. vectors];
    }

    private static async Task<IEnumerable<ProofVector>> OfAsync(ProofBench bench, TableDesign table, NumberingDesign numbering)
    {
        await using var one = await bench.OpenCopyAsync();
        await using var other = await ProofSession.OpenAsync(bench.Cluster, one.Database, bench.Cancellation, bench.Wholes);
        var about = new Attempt($"{table.Name}.{numbering.Name}", "number a row", numbering.Origin.ToString());
        var numbered = new Numbered(new Staging(bench.Compilation.Design, bench.Compilation.Schema, bench.Clock), table, numbering);
        if (!await numbered.PrepareAsync(one))
        {
            return [about.CouldNotVerify(First, "no rows were found that the table takes")];
        }

        return [await TakenBackAsync(about, numbered, one), await WaitingAsync(about, numbered, one, other, commits: false), await WaitingAsync(about, numbered, one, other, commits: true)];
    }

    private static async Task<ProofVector> TakenBackAsync(Attempt about, Numbered numbered, ProofSession session)
    {
        await session.TryAllAsync(["BEGIN", .. numbered.Settings, "SAVEPOINT taken"]);
        var lost = await session.TryAsync(numbered.Inserts[0]);
        await session.RunAsync("ROLLBACK TO SAVEPOINT taken");
        var kept = await session.TryAsync(numbered.Inserts[1]);
        var number = kept.Accepted ? await session.AskAsync(numbered.NumberOf(1)) : kept.Explained;
        await session.RunAsync("ROLLBACK");
        return (about with { What = "number a row, take it back, and number another with a number of its own" }).Expect(First, lost.Accepted ? Word(number) : lost.Explained);
    }

    /// <summary>The second session waits for the first, and gets the number after it, or the same one when the first takes its row back.</summary>
    private static async Task<ProofVector> WaitingAsync(Attempt about, Numbered numbered, ProofSession one, ProofSession other, bool commits)
    {
        await one.TryAllAsync(["BEGIN", .. numbered.Settings]);
        await other.TryAllAsync(["BEGIN", .. numbered.Settings, "SET LOCAL lock_timeout = '20s'"]);
        var first = await one.TryAsync(numbered.Inserts[0]);
        var waiting = other.TryAsync(numbered.Inserts[1]);
        await Task.WhenAny(waiting, Task.Delay(Beat));
        var ended = await one.TryAsync(commits && first.Accepted ? "COMMIT" : "ROLLBACK");

        // Whatever came of the first, the second must have answered before its connection is closed.
        var second = await waiting;
        if (!ended.Accepted)
        {
            await other.RunAsync("ROLLBACK");
            return about.CouldNotVerify(commits ? Second : First, ended.Explained);
        }

        var number = second.Accepted ? await other.AskAsync(numbered.NumberOf(1)) : second.Explained;
        await other.RunAsync("ROLLBACK");
        return (about with { What = $"number rows in two sessions at once, and {(commits ? "keep both" : "take the first back")}" }).Expect(commits ? Second : First, first.Accepted ? Word(number) : first.Explained);
    }

    private static string Word(string? number) => number switch { "1" => First, "2" => Second, null => "no number", _ => $"the number {number}" };

    /// <summary>Two rows of one group, ready to be stored.</summary>
    private sealed class Numbered(Staging staging, TableDesign table, NumberingDesign numbering)
    {
        private readonly List<PlannedRow> _rows = [];
        private IReadOnlyList<string> _parents = [];

        public IReadOnlyList<string> Inserts { get; private set; } = [];

        public IReadOnlyList<string> Settings { get; private set; } = [];

        public async Task<bool> PrepareAsync(ProofSession session)
        {
            var world = staging.World();
            _rows.AddRange([world.Fresh(table), world.Fresh(table)]);
            foreach (var _ in staging.Solve(world, [.. RowRules.Created(_rows[0]), .. RowRules.Created(_rows[1])]).Where(_ => numbering.Per.All(column => _rows[0][column] == _rows[1][column])).Take(6))
            {
                _parents = [.. staging.Sql.All(_rows, [.. _rows])];
                Inserts = [.. _rows.Select(row => staging.Sql.Insert(row))];
                Settings = [.. SessionSettings.For(RowSql.TenantKey(world.Tenant), "prover")];
                if (await IsTakenAsync(session))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Without the year or month that a text begins with.</summary>
        public string NumberOf(int row) => $"SELECT regexp_replace({new Identifier(numbering.Column)}::text, '^.*-', '') FROM {staging.Sql.NameOf(table)} WHERE {staging.Sql.KeyOf(_rows[row])}";

        /// <summary>The rows they refer to stay for good; they themselves are only tried.</summary>
        private async Task<bool> IsTakenAsync(ProofSession session)
        {
            if (!(await session.TryAllAsync(["BEGIN", "SET LOCAL session_replication_role = replica", .. _parents, "COMMIT"])).Accepted)
            {
                await session.TryAsync("ROLLBACK");
                return false;
            }

            var tried = await session.TryAllAsync(["BEGIN", .. Settings, .. Inserts]);
            await session.RunAsync("ROLLBACK");
            return tried.Accepted;
        }
    }
}
