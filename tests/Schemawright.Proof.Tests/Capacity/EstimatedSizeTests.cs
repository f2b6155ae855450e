using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Postgres.Capacity;
using Schemawright.Postgres.Ddl;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Tests;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Capacity;

/// <summary>Estimated bytes of the examples' tables against what the server uses once they are filled.</summary>
public sealed class EstimatedSizeTests : IAsyncLifetime
{
    private const double Fewest = 5_000;
    private const double Most = 20_000;
    private const double Tolerance = 0.10;

    private ThrowAwayCluster _cluster = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Products => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "examples")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync() => _cluster = await ThrowAwayCluster.StartAsync(null, Cancellation);

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    [Theory]
    [MemberData(nameof(Products))]
    public async Task Estimates_are_within_a_tenth_of_the_filled_tables(string product)
    {
        var compilation = Compile(product);
        await using var session = await ProofSession.OpenAsync(_cluster, "postgres", Cancellation);
        var stated = compilation.Design.Tables.ToDictionary(table => table.Name, table => Math.Clamp((double)table.Volume!.RowsNow, table.Name == compilation.Design.Tenancy.TenantTable ? 1 : Fewest, Most), StringComparer.Ordinal);
        await FillAsync(session, compilation, table => stated.GetValueOrDefault(table, Most));

        var counted = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var table in compilation.Schema.Tables)
        {
            counted[table.Name.Name.Text] = double.Parse((await session.QueryAsync($"SELECT count(*)::text FROM {table.Name}"))[0][0]!, CultureInfo.InvariantCulture);
        }

        var wrong = new List<string>();
        foreach (var table in compilation.Schema.Tables.Where(table => counted[table.Name.Name.Text] >= Fewest / 2))
        {
            var size = new TableCapacity(compilation.Schema, table, compilation.Design.Find(table.Name.Name.Text)).At(known => counted[known]);
            var real = double.Parse((await session.QueryAsync($"SELECT sum(pg_total_relation_size(relid))::text FROM pg_partition_tree('{table.Name}') UNION ALL SELECT pg_total_relation_size('{table.Name}')::text")).Select(row => row[0]).OfType<string>().MaxBy(text => double.Parse(text, CultureInfo.InvariantCulture))!, CultureInfo.InvariantCulture);
            var ratio = size.Total / real;
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {size.Rows:0} rows, estimated / real = {ratio:0.000}"));
            if (Math.Abs(ratio - 1) > Tolerance)
            {
                var parts = await PartsAsync(session, table.Name.ToString());
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {size.Rows:0} rows, estimated {size.Total:0} (heap {size.Heap:0}, toast {size.Toast:0}, indexes {size.Indexes:0}), real {real:0}, ratio {ratio:0.000}{parts}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Columns_by_alignment_save_what_is_said_and_small_tables_keep_the_order_of_the_documents()
    {
        const string prd =
            """
            # PRD: Buoys

            ### Buoy
            - id (uuid)
            - is_moored (boolean, required)
            - launched_at (timestamp, required)
            - is_lit (boolean, required)
            - depth (integer, required)

            ### Reading
            - id (uuid)
            - is_valid (boolean, required)
            - taken_at (timestamp, required)
            - salinity (integer, required)
            - sent_at (timestamp, required)
            - is_night (boolean, required)
            - pressure (big integer, required)
            - note (text, required, max 20)
            - seen_on (date, required)
            - read_at (timestamp, required)
            - buoy_id (uuid, references Buoy, required)
            """;
        var compilation = Compiler.Compile([new InputDocument("PRD.md", prd), new InputDocument("SCALE.md", "# Scale\n\n- 300 buoys\n- 40,000,000 readings\n")], "buoys", new Findings());
        var (readings, buoys) = (compilation.Schema.Tables.Single(table => table.Name.Name.Text == "readings"), compilation.Schema.Tables.Single(table => table.Name.Name.Text == "buoys"));
        (readings.IsAligned, buoys.IsAligned).ShouldBe((true, false));
        await using var session = await ProofSession.OpenAsync(_cluster, "postgres", Cancellation);
        await FillAsync(session, compilation, table => table == "readings" ? Most : 300);
        var written = compilation.Design.Find("readings")!.Columns.Select(column => readings.Find(column.Name)!).ToSeq();
        var asListed = string.Join(", ", TableDdl.InOrder(readings with { IsAligned = false, Columns = written }).Select(column => column.Name));
        (await session.TryAsync($"CREATE TABLE as_listed AS SELECT {asListed} FROM app.readings")).Accepted.ShouldBeTrue();
        (await session.TryAsync($"CREATE TABLE aligned AS SELECT {string.Join(", ", TableDdl.InOrder(readings).Select(column => column.Name))} FROM app.readings")).Accepted.ShouldBeTrue();
        var saved = double.Parse((await session.AskAsync("SELECT ((pg_relation_size('as_listed') - pg_relation_size('aligned'))::numeric / (SELECT count(*) FROM aligned))::text"))!, CultureInfo.InvariantCulture);
        readings.SavedByOrder.ShouldBe(saved, Math.Max(2, saved / 10));
        compilation.Artifacts.Single(file => file.Path == "DATA_MODEL.md").Text.ShouldContain("`readings`: ");
        var real = double.Parse((await session.AskAsync("SELECT pg_total_relation_size('app.readings')::text"))!, CultureInfo.InvariantCulture);
        new TableCapacity(compilation.Schema, readings, compilation.Design.Find("readings")).At(table => table == "readings" ? Most : 300).Total.ShouldBe(real, real * Tolerance);
    }

    private static async Task<string> PartsAsync(ProofSession session, string table)
    {
        var parts = await session.QueryAsync($"SELECT relname::text || ' ' || pg_relation_size(oid) FROM pg_class WHERE oid = '{table}'::regclass OR oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = '{table}'::regclass) ORDER BY 1");
        return string.Concat(parts.Select(part => "; " + part[0]));
    }

    private static async Task FillAsync(ProofSession session, Compilation compilation, Func<string, double> rowsOf)
    {
        foreach (var file in compilation.Artifacts.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal)))
        {
            var outcomes = await ScriptRunner.RunAsync(session, file.Path, file.Text);
            outcomes.Where(outcome => !outcome.Answer.Accepted).Select(outcome => $"{outcome.Statement.Place} {outcome.Answer.Explained}").ShouldBeEmpty();
        }

        foreach (var statement in new CapacityRows(compilation.Schema, compilation.Design, rowsOf).Statements())
        {
            var answer = await session.TryAsync(statement);
            answer.Accepted.ShouldBeTrue($"{answer.Explained}: {statement}");
        }

        (await session.TryAsync("VACUUM ANALYZE")).Accepted.ShouldBeTrue();
    }

    private static Compilation Compile(string product)
    {
        var folder = Path.Combine(Repository.Root, "examples", product, "input");
        var documents = Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(file => new InputDocument(Path.GetFileName(file), File.ReadAllText(file)));
        return Compiler.Compile([.. documents], product, new Findings());
    }
}
