using System.Globalization;
using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Plans;

/// <summary>Counts whether the generated rows are spread as the documents declare: plans made for others would show nothing.</summary>
internal static class SpreadTrial
{
    /// <summary>In per cent of the rows: a sample is coarse.</summary>
    private const decimal Tolerance = 2;

    public static async Task<Seq<ProofVector>> TryAsync(ProofBench bench, ProofSession session)
    {
        var (schema, design) = (bench.Compilation.Schema, bench.Compilation.Design);
        var scale = new DeclaredScale(schema, design);
        var spread = new DeclaredSpread(schema, design, scale);
        var values = new SampleValues(schema, design, scale);
        var vectors = new List<ProofVector>();
        foreach (var skew in design.Domain.Skews)
        {
            foreach (var table in spread.TablesOf(skew).Where(table => bench.Focus.HasTable(table.Name.Name.Text)))
            {
                if (Condition(spread, values, table, skew) is { } condition)
                {
                    vectors.Add(Judge(new(table.Name.Name.Text, "count how its generated rows are spread", skew.Origin.ToString()), spread.Words(skew), skew.Percent,
                        await session.QueryAsync($"SELECT (100.0 * count(*) FILTER (WHERE {condition}) / greatest(1, count(*)))::numeric(5, 1)::text FROM {table.Name}")));
                }
            }
        }

        return [.. vectors];
    }

    private static ProofVector Judge(Attempt attempt, string declared, decimal percent, IReadOnlyList<IReadOnlyList<string?>> counted)
    {
        var found = decimal.Parse(counted[0][0]!, CultureInfo.InvariantCulture);
        return Math.Abs(found - percent) <= Tolerance ? attempt.Held(declared) : attempt.CouldNotVerify(declared, string.Create(CultureInfo.InvariantCulture, $"{found} % of the rows that its keys leave room for"));
    }

    /// <summary>True of the rows that the figure counts; null where the table has no column that tells.</summary>
    private static string? Condition(DeclaredSpread spread, SampleValues values, PgTable table, Skew skew) => skew.Kind switch
    {
        SkewKind.Holder => table.Columns.FirstOrDefault(column => spread.HoldersIn(table, column) == skew) is { } column && spread.Holders(table, column) is { } band ? values.IsAmongFirst(column, spread.TableOf(skew.Holder!), band.Few) : null,
        SkewKind.Value => table.Columns.FirstOrDefault(column => spread.Values(table, column).Contains(skew)) is { } column ? $"{column.Name}::text = {SqlLiteral.String(skew.Value!)}" : null,
        SkewKind.Age => table.Columns.FirstOrDefault(column => column.Role == Design.ColumnRole.CreatedAt) is { } created ? string.Create(CultureInfo.InvariantCulture, $"{created.Name} >= now() - interval '{DeclaredSpread.DaysOf(skew)} days' - interval '1 minute'") : null,
        _ => null,
    };
}
