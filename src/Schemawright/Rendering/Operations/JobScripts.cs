using System.Text;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Operations;

/// <summary>Runs the retention and time-out functions until nothing is due.</summary>
internal static class JobScripts
{
    public static IEnumerable<Artifact> Render(DataDesign design, PgSchema schema)
    {
        var retention = design.RetentionJobs.Select(job => (job.Name, Words: $"{job.Words}: {job.Action} after {job.After}")).ToSeq();
        if (Script(schema, retention) is { } purge)
        {
            yield return ShellScript.Of("retention.sh", ["Removes or anonymises rows past their time. Run it daily as the job runner; a second run changes nothing."], purge);
        }

        var timeouts = design.TimeoutJobs.Select(job => (job.Name, Words: $"{job.Table}.{job.Column}: {job.From} becomes {job.To} after {job.After}")).ToSeq();
        if (Script(schema, timeouts) is { } expire)
        {
            yield return ShellScript.Of("timeouts.sh", ["Moves rows that stayed in a state for too long. Run it every hour as the job runner; a second run changes nothing."], expire);
        }

        if (Reports(design, schema) is { } reports)
        {
            yield return reports;
        }
    }

    /// <summary>Makes the reports anew; each may be given by its name.</summary>
    public static Artifact? Reports(DataDesign design, PgSchema schema)
    {
        var kept = schema.ReadModels.Where(model => model.Refresh is not null).ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("wanted=${1:-all}\n");
        foreach (var model in kept)
        {
            var every = design.ReadModels.First(known => known.Name == model.Shown.Name.Name.Text).Every!;
            text.Append("\n# ").Append(SqlFile.OneLine(model.Shown.Comment)).Append("\n# Every ").Append(ShellScript.Each(every))
                .Append("\nif [ \"$wanted\" = all ] || [ \"$wanted\" = ").Append(ShellScript.Quoted(model.Shown.Name.Name.Text)).Append(" ]; then\n")
                .Append("    psql -X -q -v ON_ERROR_STOP=1 <<'SQL'\n").Append(SqlText.Of($"SELECT {model.Refresh!.Name}();")).Append("\nSQL\nfi\n");
        }

        return ShellScript.Of("reports.sh", ["Makes the reports anew while they are read: all of them, or the one that is named. Run it as the job runner at the rhythm each one states."], text.ToString());
    }

    private static string? Script(PgSchema schema, Seq<(string Name, string Words)> jobs)
    {
        var known = schema.Functions.Where(function => function.JobsOnly).Select(function => function.Name.Name.Text).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder(
            """
            # Each call is one batch and one transaction: locks are short, and a stop in between loses nothing.
            until_done() {
                local sql rows
                sql=$(cat)
                while true; do
                    rows=$(printf '%s\n' "$sql" | psql -X -A -t -q -v ON_ERROR_STOP=1)
                    [ "$rows" -gt 0 ] || break
                    echo "$rows rows: $sql"
                done
            }

            """);
        var found = false;
        foreach (var (name, words) in jobs)
        {
            var function = Postgres.Lowering.JobLowering.NameOf(name);
            if (known.Contains(function.Name.Text))
            {
                found = true;
                text.Append("\n# ").Append(SqlFile.OneLine(words)).Append("\nuntil_done <<'SQL'\n").Append(SqlText.Of($"SELECT {function}();")).Append("\nSQL\n");
            }
        }

        return found ? text.ToString() : null;
    }
}
