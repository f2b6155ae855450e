using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Schemawright.Proof.Scripts;
using Schemawright.Proof.Servers;
using Shouldly;
using Xunit;

namespace Schemawright.Ecosystem.Tests;

/// <summary>The generated context compiles without a warning and works on a database the migrations made.</summary>
public class EfCoreTests(EfCoreTests.Server server) : IClassFixture<EfCoreTests.Server>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public async Task Every_table_is_read_with_all_columns_and_neighbours(string name)
    {
        var sample = Sample.Of(name);
        var assembly = GeneratedContext.Compile(name, sample.Export("efcore"));
        var database = await server.DatabaseAsync(name, sample);
        await using var context = GeneratedContext.Open(assembly, database);
        var entities = context.Model.GetEntityTypes().ToDictionary(entity => entity.GetTableName()!, StringComparer.Ordinal);
        entities.Keys.ShouldBe(sample.Schema.Tables.Select(table => table.Name.Name.Text), ignoreOrder: true);
        foreach (var table in sample.Schema.Tables)
        {
            var entity = entities[table.Name.Name.Text];
            entity.GetProperties().Select(property => property.GetColumnName()).ShouldBe(table.Columns.Select(column => column.Name.Text), ignoreOrder: true);
            entity.GetForeignKeys().Select(key => key.GetConstraintName()).ShouldBe(table.ForeignKeys.Select(key => key.Name.Text), ignoreOrder: true);
            entity.GetNavigations().Count().ShouldBe(table.ForeignKeys.Count + sample.Schema.Tables.Sum(other => other.ForeignKeys.Count(key => key.Referenced == table.Name)));
            await ReadAsync(context, entity);
        }
    }

    [Fact]
    public async Task A_row_is_added_and_changed_and_a_stale_change_is_refused()
    {
        var sample = Sample.Of("marina");
        var assembly = GeneratedContext.Compile("Changes", sample.Export("efcore"));
        var database = await server.DatabaseAsync("changes", sample);
        var type = assembly.GetType("Berthline.Data.Marina")!;
        await using var first = GeneratedContext.Open(assembly, database);
        dynamic added = Activator.CreateInstance(type)!;
        (added.Name, added.Subdomain, added.Country, added.TimeZone, added.Settings) = ("Western Quay", "western", "PT", "Europe/Lisbon", "{}");
        first.Add((object)added);
        await first.SaveChangesAsync(Cancellation);
        ((Guid)added.Id).ShouldNotBe(Guid.Empty);
        ((int)added.Version).ShouldBe(1);

        await using var second = GeneratedContext.Open(assembly, database);
        dynamic same = (await second.FindAsync(type, [(Guid)added.Id], Cancellation))!;
        added.Name = "Eastern Quay";
        await first.SaveChangesAsync(Cancellation);
        ((int)added.Version).ShouldBe(2);
        same.Name = "Southern Quay";
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public void Checks_and_partial_indexes_are_part_of_the_model()
    {
        var source = Sample.Of("marina").Export("efcore");
        source.ShouldContain("table.HasCheckConstraint(\"bookings_departure_after_arrival_check\", \"departure > arrival\");");
        source.ShouldContain("\"bookings_requested_idx\").HasFilter(\"status = 'requested'\");");
    }

    private static async Task ReadAsync(DbContext context, IEntityType entity)
    {
        var rows = entity.GetNavigations().Aggregate(GeneratedContext.Rows(context, entity.ClrType), (query, navigation) => query.Include(navigation.Name));
        await rows.AsNoTracking().AsSplitQuery().ToListAsync(Cancellation);
    }

    /// <summary>One server with a database for each test.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal ThrowAwayCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await ThrowAwayCluster.StartAsync(null, Cancellation);

        public async ValueTask DisposeAsync() => await Cluster.DisposeAsync();

        internal async Task<string> DatabaseAsync(string name, Sample sample)
        {
            await Cluster.CreateDatabaseAsync(name, null, Cancellation);
            await using var session = await ProofSession.OpenAsync(Cluster, name, Cancellation);
            foreach (var file in sample.Files.Where(file => file.Path.StartsWith("db/migrations/", StringComparison.Ordinal) || file.Path.StartsWith("db/seeds/", StringComparison.Ordinal)))
            {
                var outcomes = await ScriptRunner.RunAsync(session, file.Path, file.Text);
                outcomes.Where(outcome => !outcome.Answer.Accepted).Select(outcome => $"{outcome.Statement.Place} {outcome.Answer.Explained}").ShouldBeEmpty();
            }

            return Cluster.Database(name).ConnectionString;
        }
    }
}
