using System.Text.Json;
using Schemawright.Proof.Servers;
using Schemawright.Tests.Design;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A person's requests on a real server: everything is handed out, nothing is left after erasure, and no other tenant is touched.</summary>
public sealed class DataSubjectRequestTests : IAsyncLifetime
{
    private const string Choir = "0190a000-0000-7000-8000-000000000001";
    private const string OtherChoir = "0190a000-0000-7000-8000-000000000002";
    private const string Singer = "0190a000-0000-7000-8000-000000000003";
    private const string OtherSinger = "0190a000-0000-7000-8000-000000000004";

    private readonly Compilation _compilation = DataSubjectTests.Compile();
    private Deployed _deployed = null!;
    private ProofSession _session = null!;

    public async ValueTask InitializeAsync()
    {
        _deployed = await Deployed.OfAsync(_compilation);
        _session = _deployed.Session;
        await FillAsync(Choir, Singer, "canarybird", "+41791112233");
        await FillAsync(OtherChoir, OtherSinger, "otherwren", "+41794445566");
    }

    public ValueTask DisposeAsync() => _deployed.DisposeAsync();

    [Fact]
    public async Task Everything_about_the_person_is_handed_out_and_nothing_of_others()
    {
        await AsAsync("job_runner", Choir);
        var document = JsonDocument.Parse((await _session.QueryAsync($"SELECT app.export_singers('{Singer}')::text"))[0][0]!).RootElement;
        document.GetProperty("singers")[0].GetProperty("email").GetString().ShouldBe("canarybird@moor.example");
        document.GetProperty("voice_tests").GetArrayLength().ShouldBe(1);
        document.GetProperty("callbacks")[0].GetProperty("phone").GetString().ShouldBe("+41791112233");
        document.GetRawText().ShouldNotContain("otherwren");
    }

    [Fact]
    public async Task After_erasure_the_values_are_nowhere_and_the_rows_still_count()
    {
        await AsAsync("application", Choir);
        await _session.RunAsync("UPDATE app.singers SET email = 'canarybird2@moor.example'");
        await AsAsync("job_runner", Choir);
        (await _session.QueryAsync($"SELECT app.erase_singers('{Singer}')::text"))[0][0].ShouldBe("2");
        (await _session.QueryAsync($"SELECT app.erase_singers('{Singer}')::text"))[0][0].ShouldBe("0", "a second call finds nothing to do");
        await _session.RunAsync("RESET ROLE");
        foreach (var table in _compilation.Schema.Tables)
        {
            (await _session.QueryAsync($"SELECT count(*)::text FROM {table.Name} AS r WHERE r::text ~ 'canarybird|41791112233'"))[0][0].ShouldBe("0", table.Name.ToString());
        }

        (await _session.QueryAsync("SELECT count(*)::text FROM app.voice_tests"))[0][0].ShouldBe("2");
        (await _session.QueryAsync("SELECT count(*)::text FROM app.singers WHERE email = 'otherwren@moor.example'"))[0][0].ShouldBe("1");
    }

    [Fact]
    public async Task Another_tenants_person_is_neither_handed_out_nor_erased()
    {
        await AsAsync("job_runner", OtherChoir);
        (await _session.QueryAsync($"SELECT app.export_singers('{Singer}')::text"))[0][0]!.ShouldNotContain("canarybird");
        (await _session.QueryAsync($"SELECT app.erase_singers('{Singer}')::text"))[0][0].ShouldBe("0");
    }

    [Fact]
    public async Task The_application_may_call_neither()
    {
        await AsAsync("application", Choir);
        (await _session.TryAsync($"SELECT app.export_singers('{Singer}')")).SqlState.ShouldBe("42501");
        (await _session.TryAsync($"SELECT app.erase_singers('{Singer}')")).SqlState.ShouldBe("42501");
    }

    [Fact]
    public Task The_product_is_proved() => _deployed.ProveAsync(_compilation);

    private async Task FillAsync(string choir, string singer, string name, string phone)
    {
        await AsAsync("application", choir);
        await _session.RunAsync($"INSERT INTO app.choirs (id, name) VALUES ('{choir}', 'Choir')");
        await _session.RunAsync($"INSERT INTO app.singers (id, name, email, phone, voice) VALUES ('{singer}', '{name}', '{name}@moor.example', '{phone}', 'alto')");
        await _session.RunAsync($"INSERT INTO app.voice_tests (singer_id, score) VALUES ('{singer}', 7)");
        await _session.RunAsync($"INSERT INTO app.callbacks (voice_test_id, phone) SELECT id, '{phone}' FROM app.voice_tests");
    }

    private async Task AsAsync(string role, string choir)
    {
        await _session.RunAsync("RESET ROLE");
        await _session.RunAsync($"SET app.tenant_id = '{choir}'");
        await _session.RunAsync($"SET ROLE choir_book_{role}");
    }
}
