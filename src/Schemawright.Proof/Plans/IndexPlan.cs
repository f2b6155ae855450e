using System.Globalization;
using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Servers;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Plans;

/// <summary>One index, the query it is made for, and the plan the server makes of it as the role that asks.</summary>
/// <param name="Query">Null when no stored row falls into the index.</param>
internal sealed record IndexPlan(PgTable Table, PgIndex Index, string? Query, string? Tenant, string? Role, long Rows)
{
    /// <summary>So few rows are read as fast without any index.</summary>
    private const long FewRows = 20_000;

    private static readonly string[] Alone = ["Index Only Scan using ", "Index Only Scan Backward using "];
    private static readonly string[] Any = ["Bitmap Index Scan on ", "Index Scan using ", "Index Scan Backward using ", .. Alone];

    /// <summary>The row whose values are asked for; null: any.</summary>
    public RowLike? Like { get; init; }

    /// <summary>How the rows are spread.</summary>
    public string Spread { get; init; } = "";

    /// <summary>The index was made for something else and serves this as well.</summary>
    private bool IsServed => !Table.Indexes.Contains(Index);

    public string Subject => SubjectOf(Table, Index);

    public static string SubjectOf(PgTable table, PgIndex index) => $"{table.Name.Name.Text}.{index.Name.Text}";

    /// <summary>Looks up the values of one stored row, or of one like most and one like few where rows are spread unevenly; later nothing may be read.</summary>
    public static async Task<Seq<IndexPlan>> PrepareAsync(ProofBench bench, ProofSession session, PgTable table, PgIndex index)
    {
        var (schema, design) = (bench.Compilation.Schema, bench.Compilation.Design);
        var scale = new DeclaredScale(schema, design);
        var spread = new DeclaredSpread(schema, design, scale);
        var columns = IndexQuery.Columns(index);
        var uneven = index.Unique ? "" : string.Join(", ", table.Columns.Where(column => columns.Contains(column.Name.ToString(), StringComparer.Ordinal) && spread.IsUneven(table, column)).Select(column => column.Name));
        var path = design.Domain.AccessPaths.FirstOrDefault(known => known.Entity == design.Find(table.Name.Name.Text)?.Entity && known.Origin.Sources == index.Origin.Sources);
        var days = IndexQuery.RangeOf(schema, table, index, path) is null ? null : spread.DaysRead(table);
        var place = columns.ToList().FindIndex(column => table.Columns.Any(known => known.Role == ColumnRole.Tenant && known.Name.ToString() == column));
        var plans = new List<IndexPlan>();
        foreach (var like in uneven.Length == 0 ? new RowLike?[] { null } : [new(uneven, Most: true), new(uneven, Most: false)])
        {
            var example = await session.QueryAsync(like is null && days is not null ? IndexQuery.Newest(table, index) : IndexQuery.Example(table, index, like));
            plans.Add(new(table, index,
                example.Count == 0 ? null : IndexQuery.Of(schema, table, index, path, example[0], days),
                example.Count > 0 && place >= 0 ? example[0][place] : null, RoleOf(schema, table), scale.DeclaredOf(table))
            {
                Like = like,
                Spread = spread.Words(table) + (days is null ? "" : string.Create(CultureInfo.InvariantCulture, $", for the last {days} days")),
            });
        }

        return [.. plans];
    }

    /// <param name="wholes">For each partition's index, the name of the whole's.</param>
    public Task<ProofVector> TryAsync(ProofSession session, IReadOnlyDictionary<string, string> wholes) => session.RolledBackAsync(async () =>
    {
        var attempt = new Attempt(Subject, string.Create(CultureInfo.InvariantCulture, $"explain {(IsServed ? Index.Purpose : "its query")} at {Rows:#,0} rows, {Spread}{(Like is null ? "" : $", for {Like.Columns} as {(Like.Most ? "most" : "few")} rows have it")}"), Index.Origin.ToString());
        var role = Role is null ? "" : $" as {Role}";
        if (Query is null)
        {
            return attempt.CouldNotVerify($"through {Index.Name.Text}", "no generated row falls into the index");
        }

        var isThere = await session.AskAsync($"SELECT (to_regclass({SqlLiteral.String($"{Table.Name.Schema}.{Index.Name}")}) IS NOT NULL)::text") == "true";
        await ActAsync(session);
        var (used, expected) = (await UsedAsync(session, wholes), $"through {Index.Name.Text}{(Index.Include.Count > 0 ? " without the table" : "")}{role}");
        if (used.Contains(Index.Name.Text, StringComparer.Ordinal))
        {
            return attempt.Held(expected);
        }

        if (used.Length > 0)
        {
            var others = $"{string.Join(", ", used)}{role}";
            return isThere ? new(attempt.Subject, attempt.What, expected, $"{(IsServed ? "" : "redundant at this size: ")}another index serves it as well: {others}", Verdict.NotApplicable, attempt.Source) : attempt.Broken(expected, $"through {others}");
        }

        await session.RunAsync("SET LOCAL enable_seqscan = off");
        var able = await UsedAsync(session, wholes);
        if (isThere && Rows <= FewRows && able.Length > 0 && !able.Contains(Index.Name.Text, StringComparer.Ordinal) && !IsServed)
        {
            return new(attempt.Subject, attempt.What, expected, $"so few rows are read as a whole, and another index finds them as well: {string.Join(", ", able)}{role}", Verdict.NotApplicable, attempt.Source);
        }

        return !able.Contains(Index.Name.Text, StringComparer.Ordinal) && !(IsServed && able.Length > 0) ? attempt.Broken(expected, $"through the whole table{role}")
            : Like is { Most: true } ? new(attempt.Subject, attempt.What, $"{expected}, or the whole table where that costs less", $"the whole table, which costs less: so many rows are alike{role}", Verdict.Proved, attempt.Source)
            : Rows <= FewRows ? attempt.Held($"{expected}, as soon as the table is too large to be read as a whole")
            : new(attempt.Subject, attempt.What, expected, $"unused at this size: reading the whole table costs less{role}", Verdict.NotApplicable, attempt.Source);
    });

    /// <summary>The planner chooses under the policy of the role that asks.</summary>
    private async Task ActAsync(ProofSession session)
    {
        if (Role is not null)
        {
            await session.RunAsync(SessionSettings.Set(SessionSettings.TenantName, Tenant ?? ""));
            await session.RunAsync($"SET LOCAL ROLE {Role}");
        }
    }

    private async Task<string[]> UsedAsync(ProofSession session, IReadOnlyDictionary<string, string> wholes) =>
    [
        .. (await session.QueryAsync("EXPLAIN (COSTS OFF) " + Query)).Select(line => NameIn(line[0]!, Index.Include.Count > 0)).OfType<string>().Select(name => wholes.GetValueOrDefault(name, name)).Distinct(StringComparer.Ordinal),
    ];

    private static string? RoleOf(PgSchema schema, PgTable table) => table.RowSecurity && RoleNames.Of(schema, RolePurpose.Application) is { } role
        && schema.Grants.Any(grant => grant.Role.ToString() == role && grant.Object.Text == $"TABLE {table.Name}" && grant.Columns.Count == 0 && grant.Privileges.Contains("SELECT", StringComparison.Ordinal)) ? role : null;

    /// <summary>The index a line of a plan names: <c>Index Scan using x on y</c>, <c>Bitmap Index Scan on x</c>.</summary>
    /// <param name="alone">Only where the table is not read.</param>
    private static string? NameIn(string line, bool alone)
    {
        foreach (var mark in alone ? Alone : Any)
        {
            var place = line.IndexOf(mark, StringComparison.Ordinal);
            if (place >= 0)
            {
                return line[(place + mark.Length)..].Split(' ')[0].Trim('"');
            }
        }

        return null;
    }
}
