using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Jobs;

/// <summary>One person with a row in every table that is about them, erased by the one call made for it, and looked for afterwards.</summary>
internal sealed class SubjectTrial(JobTrack track, Staging staging, DataSubjectDesign subject, PgFunction erase)
{
    public static IEnumerable<SubjectTrial> Of(ProofBench bench, JobTrack track, Staging staging) =>
        from subject in bench.Compilation.Design.DataSubjects
        where subject.Erased && bench.Focus.HasTable(subject.Table) && bench.Focus.HasSource(subject.Origin.ToString())
        let function = bench.Compilation.Schema.Functions.FirstOrDefault(function => function is { JobsOnly: true, SecurityDefiner: true, Returns: "bigint" } && function.Origin == subject.Origin)
        where function is not null
        select new SubjectTrial(track, staging, subject, function);

    public async Task<Seq<ProofVector>> TryAsync()
    {
        await track.ClearAsync();
        var about = new Attempt($"{subject.Table}.{erase.Name.Name.Text}", "erase a person", subject.Origin.ToString());
        var world = staging.World();
        var person = world.Tenant?.Table.Name == subject.Table ? world.Tenant : world.Fresh(staging.Design.Find(subject.Table)!);
        PlannedRow[] rows = [person, .. subject.Parts.Select(part => RowOf(world, staging.Design.Find(part.Table)!, part.Path, person)).Distinct()];
        if (await StoreAsync(world, rows) is { } refusal)
        {
            return [about.CouldNotVerify("accepted", refusal)];
        }

        var scan = await ErasureScan.BeginAsync(track, [.. rows.Select(row => (row.Table, staging.Sql.NameOf(row.Table).ToString(), staging.Sql.KeyOf(row)))]);
        var answer = await track.CallAsync($"SELECT {erase.Name}({staging.Sql.Constant(person, subject.Key, old: false)})", RowSql.TenantKey(world.Tenant));
        Seq<ProofVector> vectors = [about.ExpectAccepted(answer), .. await scan.EndAsync(about with { What = "look for the person's values in every table" })];
        await track.ClearAsync();
        return vectors;
    }

    private async Task<string?> StoreAsync(PlannedWorld world, PlannedRow[] rows)
    {
        var last = "no rows were found that obey every rule of the tables";
        // First with the rows that must stand beside them, so that a later change of them breaks nothing; then without.
        foreach (var committed in new[] { true, false })
        {
            Goal[] goals = [.. rows.SelectMany(row => RowRules.Stored(row)), .. committed ? world.Rows.ToList().SelectMany(row => RowRules.Committed(row, staging.Design)) : []];
            foreach (var _ in (committed ? staging.Standing(world, goals) : staging.Solve(world, goals)).Take(3))
            {
                if (await track.StoreAsync(staging.Sql.All([.. rows, .. world.Grown])) is not { } refusal)
                {
                    return null;
                }

                last = refusal.Explained;
            }
        }

        return last;
    }

    /// <summary>A row that leads to the person along the path; what several lead through is one row, for a person may have no second of it.</summary>
    private PlannedRow RowOf(PlannedWorld world, TableDesign table, Seq<string> path, PlannedRow person)
    {
        var way = $"{table.Name} {string.Join(' ', path)}";
        if (!_made.TryGetValue(way, out var row))
        {
            var link = table.ForeignKeys.First(key => key.Name == path[0]);
            row = world.Fresh(table);
            row.Values[link.Column] = new KeyValue(path.Count == 1 ? person : RowOf(world, staging.Design.Find(link.ReferencedTable)!, path.Skip(1).ToSeq(), person));
            _made.Add(way, row);
        }

        return row;
    }

    private readonly Dictionary<string, PlannedRow> _made = new(StringComparer.Ordinal);
}
