using System.Text.RegularExpressions;
using DbUp;
using Schemawright.Collections;
using Schemawright.Proof;
using Schemawright.Proof.Catalog;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Schemawright.Rendering;
using Schemawright.Rendering.Migrations;
using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>In every layout the migrations make the same database, and where a tool goes back they leave nothing of it.</summary>
public class LayoutTests(LayoutTests.Server server, ForeignParsers tools) : IClassFixture<LayoutTests.Server>, IClassFixture<ForeignParsers>
{
    private const string DbmateDown = "-- migrate:down";

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["default"] = @"^\d{3}_[a-z_]+\.sql$",
        ["flyway"] = @"^[VU]\d+__[a-z_]+\.sql(\.conf)?$",
        ["dbmate"] = @"^\d{14}_[a-z_]+\.sql$",
        ["golang-migrate"] = @"^\d{6}_[a-z_]+\.(up|down)\.sql$",
        ["dbup"] = @"^Script\d{4}_[a-z_]+\.sql$",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Layouts => [.. MigrationLayouts.Names];

    public static TheoryData<string, string> Reversible
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in new[] { "marina", "library", "practice", Sample.Hostile, Sample.Large })
            {
                foreach (var layout in new[] { "flyway", "dbmate", "golang-migrate" })
                {
                    data.Add(sample, layout);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Files_are_named_as_the_tool_documents(string layout)
    {
        var files = Migrations(Sample.Of("marina"), layout);
        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => Regex.IsMatch(Path.GetFileName(file.Path), Named[layout]));
        files.Select(file => file.Path).ShouldBeUnique();
    }

    [Fact]
    public void A_tool_that_opens_transactions_finds_none_in_the_files()
    {
        var sample = Sample.Of("marina");
        Migrations(sample, "flyway").Concat(Migrations(sample, "dbmate")).ShouldAllBe(file => !Regex.IsMatch(file.Text, "^(BEGIN|COMMIT);$", RegexOptions.Multiline));
        Migrations(sample, "golang-migrate").Where(file => !file.Path.Contains("partitions", StringComparison.Ordinal)).ShouldAllBe(file => file.Text.Contains("\nBEGIN;\n", StringComparison.Ordinal));
        Migrations(sample, "flyway").Where(file => file.Path.EndsWith(".conf", StringComparison.Ordinal)).ShouldAllBe(file => file.Text == "placeholderReplacement=false\n");
    }

    [Fact]
    public void A_migration_too_large_for_one_transaction_brings_its_own_and_says_so()
    {
        var sample = Sample.Of(Sample.Large);
        var comments = Migrations(sample, "flyway").Where(file => file.Path.Contains("V5__", StringComparison.Ordinal)).ToDictionary(file => Path.GetExtension(file.Path), file => file.Text, StringComparer.Ordinal);
        Regex.Count(comments[".sql"], "^COMMIT;$", RegexOptions.Multiline).ShouldBeGreaterThan(1);
        comments[".conf"].ShouldContain("executeInTransaction=false\n");
        Migrations(sample, "dbmate").Single(file => file.Path.Contains("describe", StringComparison.Ordinal)).Text.ShouldStartWith("-- migrate:up transaction:false\n");
    }

    [Theory]
    [MemberData(nameof(Reversible))]
    public async Task Forward_back_and_forward_again_makes_the_same_database(string name, string layout)
    {
        var sample = Sample.Of(name);
        await using var session = await server.OpenAsync();
        var empty = await ObjectsAsync(session);
        var files = Migrations(sample, layout);
        await RunAsync(session, Up(files, layout));
        var made = await ObjectsAsync(session);
        made.ShouldBe(await server.DefaultAsync(name, sample));
        await RunAsync(session, Down(files, layout));
        (await ObjectsAsync(session)).ShouldBe(empty);
        await RunAsync(session, Up(files, layout));
        (await ObjectsAsync(session)).ShouldBe(made);
    }

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task DbUp_itself_makes_the_same_database(string name)
    {
        var sample = Sample.Of(name);
        var folder = Directory.CreateTempSubdirectory("schemawright-dbup-");
        foreach (var file in Migrations(sample, "dbup"))
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, Path.GetFileName(file.Path)), file.Text, Cancellation);
        }

        await using var session = await server.OpenAsync();
        var engine = DeployChanges.To.PostgresqlDatabase(server.ConnectionTo(session.Database)).WithScriptsFromFileSystem(folder.FullName).WithVariablesDisabled().LogToNowhere().Build();
        var result = engine.PerformUpgrade();
        result.Successful.ShouldBeTrue(result.Error?.ToString());
        engine.IsUpgradeRequired().ShouldBeFalse();
        folder.Delete(recursive: true);
        (await ObjectsAsync(session)).ShouldBe(await server.DefaultAsync(name, sample));
    }

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task Dbmate_itself_makes_the_same_database_and_takes_it_back(string name)
    {
        Assert.SkipUnless(tools.Missing is null && File.Exists(ForeignParsers.Dbmate), tools.Missing ?? "npm brings no dbmate for this system");
        var sample = Sample.Of(name);
        var folder = Directory.CreateTempSubdirectory("schemawright-dbmate-").FullName;
        var files = Migrations(sample, "dbmate");
        foreach (var file in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file.Path)), file.Text, Cancellation);
        }

        await using var session = await server.OpenAsync();
        var empty = await ObjectsAsync(session);
        (await DbmateAsync(folder, session.Database, "up")).Code.ShouldBe(0);
        (await ObjectsAsync(session)).ShouldBe(await server.DefaultAsync(name, sample));
        foreach (var _ in files)
        {
            var back = await DbmateAsync(folder, session.Database, "rollback");
            back.Code.ShouldBe(0, back.Errors + back.Output);
        }

        (await ObjectsAsync(session)).ShouldBe(empty);
        Directory.Delete(folder, recursive: true);
    }

    private Task<Programs.Outcome> DbmateAsync(string folder, string database, string verb) => Programs.RunAsync(
        folder, ForeignParsers.Dbmate, "--url", $"postgres://postgres@localhost/{database}?socket={server.Socket}&sslmode=disable", "--migrations-dir", folder, "--no-dump-schema", verb);

    [Fact]
    public void The_guide_says_how_the_files_are_run()
    {
        var sample = Sample.Of("marina");
        string Guide(string layout) => DatabaseFiles.Render(sample.Design, sample.Schema, layout).Single(file => file.Path == "db/README.md").Text;
        Guide("flyway").ShouldContain("-locations=filesystem:db/migrations migrate");
        Guide("dbup").ShouldContain(".WithVariablesDisabled()");
        Guide("default").ShouldContain("-f db/migrations/001_create_initial_schema.sql");
    }

    private static Seq<Artifact> Migrations(Sample sample, string layout) =>
        [.. DatabaseFiles.Render(sample.Design, sample.Schema, layout).Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal))];

    private static IEnumerable<Artifact> Up(Seq<Artifact> files, string layout) => Sorted(layout switch
    {
        "flyway" => files.Where(file => Path.GetFileName(file.Path)[0] == 'V' && !file.Path.EndsWith(".conf", StringComparison.Ordinal)).Select(InTransaction),
        "dbmate" => files.Select(file => InTransaction(file with { Text = file.Text[..Cut(file)] })),
        "golang-migrate" => files.Where(file => file.Path.EndsWith(".up.sql", StringComparison.Ordinal)),
        _ => files,
    });

    private static IEnumerable<Artifact> Down(Seq<Artifact> files, string layout) => Sorted(layout switch
    {
        "flyway" => files.Where(file => Path.GetFileName(file.Path)[0] == 'U' && !file.Path.EndsWith(".conf", StringComparison.Ordinal)).Select(InTransaction),
        "dbmate" => files.Select(file => InTransaction(file with { Text = file.Text[Cut(file)..] })),
        _ => files.Where(file => file.Path.EndsWith(".down.sql", StringComparison.Ordinal)),
    }).Reverse();

    private static IEnumerable<Artifact> Sorted(IEnumerable<Artifact> files) => files.OrderBy(file => file.Path, StringComparer.Ordinal);

    private static int Cut(Artifact file) => file.Text.IndexOf(DbmateDown, StringComparison.Ordinal);

    /// <summary>As the tools do, unless the file brings its own.</summary>
    private static Artifact InTransaction(Artifact file) =>
        Regex.IsMatch(file.Text, "^BEGIN;$", RegexOptions.Multiline) ? file : file with { Text = $"BEGIN;\n{file.Text}\nCOMMIT;\n" };

    private static async Task RunAsync(ProofSession session, IEnumerable<Artifact> files)
    {
        foreach (var file in files)
        {
            var outcomes = await ScriptRunner.RunAsync(session, file.Path, file.Text);
            outcomes.Where(outcome => !outcome.Answer.Accepted).Select(outcome => $"{outcome.Statement.Place} {outcome.Answer.Explained} {outcome.Statement.Sql}").ShouldBeEmpty();
        }
    }

    /// <summary>Roles and extensions are the server's, not the database's model.</summary>
    private static async Task<IReadOnlyList<string>> ObjectsAsync(ProofSession session) =>
        [.. (await CatalogReader.ReadAsync(session)).Where(found => found.Kind is not ("roles" or "extensions") && !found.Name.Contains("schemaversions", StringComparison.Ordinal) && !found.Name.Contains("schema_migrations", StringComparison.Ordinal)).Select(found => found.ToString())];

    /// <summary>One server with a database for each test.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly Dictionary<string, IReadOnlyList<string>> _made = new(StringComparer.Ordinal);
        private ThrowAwayCluster _cluster = null!;

        public async ValueTask InitializeAsync() => _cluster = await ThrowAwayCluster.StartAsync(null, Cancellation);

        public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

        internal string Socket => _cluster.Folder;

        internal string ConnectionTo(string database) => _cluster.Database(database).ConnectionString;

        internal async Task<ProofSession> OpenAsync()
        {
            var name = ProofBench.NextName();
            await _cluster.CreateDatabaseAsync(name, null, Cancellation);
            return await ProofSession.OpenAsync(_cluster, name, Cancellation);
        }

        /// <summary>What the default layout makes of a sample.</summary>
        internal async Task<IReadOnlyList<string>> DefaultAsync(string name, Sample sample)
        {
            if (!_made.TryGetValue(name, out var objects))
            {
                await using var session = await OpenAsync();
                await RunAsync(session, Up(Migrations(sample, "default"), "default"));
                objects = _made[name] = await ObjectsAsync(session);
            }

            return objects;
        }
    }
}
