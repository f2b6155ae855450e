using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Proof.Tests.Traps;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests;

/// <summary>A role that may reach only its own rows reaches these, whoever keeps its people, and none where nothing says whose they are.</summary>
public sealed class OwnRowTests
{
    private const string Documents =
        """
        # Bell tower

        ## Roles
        - Ringer
        - Warden

        ### Ringer
        - id (uuid)
        - name (text, required)

        ### Watch
        - id (uuid)
        - ringer_id (uuid, references Ringer, required)
        - begins_at (timestamp, required)

        ### Bell
        - id (uuid)
        - name (text, required)

        ## Permissions
        - Ringers can view and edit their own watches
        - Ringers can only view their own bells
        - Wardens can view all watches
        """;

    [Fact]
    public async Task An_actors_own_entity_tells_whose_the_rows_are()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "tower", new Findings());
        compilation.Design.RowScopes.Where(scope => scope.Table == "watches").Select(scope => (scope.Role, scope.Verb)).ShouldBe([("ringer", "select"), ("ringer", "update")]);
        compilation.Design.Roles.Single(role => role.Name == "ringer").Grants.ShouldNotContain(grant => grant.Table == "bells");
        compilation.Clarifications.ShouldContain(question => question.Question == "By which attribute of Bell is a row known to be that of a ringer?");
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync("INSERT INTO app.ringers (id, name) VALUES (md5('a')::uuid, 'Ada'), (md5('b')::uuid, 'Bo'); INSERT INTO app.watches (ringer_id, begins_at) VALUES (md5('a')::uuid, '2030-01-01 06:00Z'), (md5('b')::uuid, '2030-01-02 06:00Z'); INSERT INTO app.bells (name) VALUES ('Great Anna')");
        await session.AcceptsAsync("SET ROLE bell_tower_ringer; SELECT set_config('app.user_id', md5('a')::uuid::text, false)");
        (await session.AskAsync("SELECT count(*)::text FROM app.watches")).ShouldBe("1");
        (await session.AskAsync("WITH changed AS (UPDATE app.watches SET begins_at = begins_at + interval '1 hour' RETURNING 1) SELECT count(*)::text FROM changed")).ShouldBe("1");
        await session.RefusesAsync("SELECT FROM app.bells", "42501");
        await session.AcceptsAsync("SELECT set_config('app.user_id', '', false)");
        (await session.AskAsync("SELECT count(*)::text FROM app.watches")).ShouldBe("0");
        await session.AcceptsAsync("RESET ROLE; DELETE FROM app.watches; DELETE FROM app.ringers; DELETE FROM app.bells");
        await deployed.ProveAsync(compilation);
    }
}
