using Schemawright.Proof.Servers;
using Schemawright.Tests.Design;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Stack;

/// <summary>What feeds the search engine and the warehouse, on a real server: no change is lost, and nobody reads more than he needs.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private const string Nursery = "'0190a000-0000-7000-8000-000000000001'";
    private const string Grower = "'0190a000-0000-7000-8000-000000000002'";

    private readonly Compilation _compilation = StackTests.Compile("- **Search engine**: Elasticsearch\n- **Data Warehouse**: Snowflake\n- **Cache**: Redis\n- **File Storage**: S3");
    private Deployed _deployed = null!;
    private ProofSession _session = null!;

    public async ValueTask InitializeAsync()
    {
        _deployed = await Deployed.OfAsync(_compilation);
        _session = _deployed.Session;
        await AsAsync("application");
        await _session.RunAsync($"INSERT INTO app.nurseries (id, name) VALUES ({Nursery}, 'North')");
        await _session.RunAsync($"INSERT INTO app.growers (id, name, email, speciality) VALUES ({Grower}, 'Ann', 'ann@moor.example', 'roses')");
    }

    public ValueTask DisposeAsync() => _deployed.DisposeAsync();

    [Fact]
    public async Task Every_change_leaves_a_note_in_its_own_transaction_and_a_change_undone_leaves_none()
    {
        await _session.RunAsync("UPDATE app.growers SET speciality = 'ferns'");
        await _session.RunAsync("BEGIN");
        await _session.RunAsync("UPDATE app.growers SET speciality = 'moss'");
        await _session.RunAsync("ROLLBACK");
        await _session.RunAsync("DELETE FROM app.growers");
        await AsAsync("search_feeder");
        var notes = await _session.QueryAsync("SELECT table_name, (tenant = current_setting('app.tenant_id'))::text, removed::text FROM outbox.search_changes ORDER BY id");
        notes.Select(note => string.Join(' ', note)).ShouldBe(["growers true false", "growers true false", "growers true true"]);
    }

    [Fact]
    public async Task The_feeder_reads_notes_and_indexed_columns_and_removes_what_it_took()
    {
        var key = (await _session.QueryAsync($"SELECT jsonb_build_object('nursery_id', nursery_id, 'id', id)::text FROM app.growers"))[0][0];
        await AsAsync("search_feeder");
        await RunFileAsync("stack/search/feed.sql");
        await _session.RunAsync("BEGIN");
        (await _session.TryAsync("EXECUTE take_notes(10)")).Rows.ShouldBe(1);
        (await ValuesAsync($"EXECUTE read_growers('{key}')")).ShouldHaveSingleItem().ShouldContain("roses");
        await _session.RunAsync("ROLLBACK");
        (await _session.TryAsync("EXECUTE take_notes(10)")).Rows.ShouldBe(1, "the batch that was rolled back is still there");
        (await _session.TryAsync("EXECUTE take_notes(10)")).Rows.ShouldBe(0);
        (await _session.TryAsync("SELECT email FROM app.growers")).Words.ShouldBe("refused 42501");
        (await _session.TryAsync("UPDATE app.growers SET speciality = ''")).Words.ShouldBe("refused 42501");
    }

    [Theory]
    [InlineData("application")]
    [InlineData("readonly")]
    [InlineData("job_runner")]
    public async Task Nobody_else_reaches_the_outbox(string role)
    {
        await AsAsync(role);
        (await _session.TryAsync("SELECT count(*) FROM outbox.search_changes")).SqlState.ShouldBe("42501");
        (await _session.TryAsync("DELETE FROM outbox.search_changes")).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task The_warehouse_is_read_by_the_role_that_may_read_nothing_personal()
    {
        await _session.RunAsync($"INSERT INTO app.beds (grower_id, area) VALUES ({Grower}, 12.5)");
        await AsAsync("readonly");
        await RunFileAsync("stack/warehouse/extract.sql");
        (await ValuesAsync("EXECUTE fact_beds_extract(now() - interval '1 hour', now() + interval '1 hour')")).ShouldHaveSingleItem().ShouldContain("12.5");
        (await ValuesAsync("EXECUTE fact_beds_extract(now() + interval '1 hour', now() + interval '2 hours')")).ShouldBeEmpty();
    }

    [Fact]
    public Task The_product_with_all_its_stores_is_proved() => _deployed.ProveAsync(_compilation);

    private async Task AsAsync(string role)
    {
        await _session.RunAsync("RESET ROLE");
        await _session.RunAsync($"SET app.tenant_id = {Nursery}");
        await _session.RunAsync($"SET ROLE green_rows_{role}");
    }

    /// <summary>Each row as one text, which a cursor over the prepared statement gives whatever its columns are.</summary>
    private async Task<List<string>> ValuesAsync(string execute)
    {
        await _session.RunAsync($$"""
            DO $do$
            DECLARE
                one record;
                every text := '';
            BEGIN
                FOR one IN EXECUTE $sql${{execute}}$sql$ LOOP
                    every := every || one::text || E'\n';
                END LOOP;
                PERFORM set_config('app.reason', every, false);
            END
            $do$
            """);
        return [.. (await _session.QueryAsync("SELECT current_setting('app.reason')"))[0][0]!.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private Task RunFileAsync(string path) => _deployed.RunAsync(_compilation.Artifacts.Single(file => file.Path == path));
}
