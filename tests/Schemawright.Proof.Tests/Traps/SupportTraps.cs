using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>Who works for all tenants: a mark on a row that opens every tenant is written by whoever writes the row; ours enter one tenant, and it stands in a log.</summary>
public sealed class SupportTraps
{
    private const string Documents =
        """
        # Lighthouse keepers

        The harbours are tenants: each harbour sees only its own rows.

        ## Roles

        - Platform administrator: looks after all harbours
        - Keeper: writes the log book

        ## Data model

        ### Harbour
        - id: uuid
        - name: string (required, unique)

        ### Entry
        - id: uuid
        - harbour_id: uuid (FK -> Harbour, required)
        - words: text (required)
        - phone: phone

        ## Rules

        - All changes of entries are written to an audit log
        """;

    private readonly Compilation _compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "light", new Findings());

    [Fact]
    public async Task A_mark_on_a_row_opens_every_tenant_and_ours_opens_one_and_says_who_looked()
    {
        await using var deployed = await Deployed.OfAsync(_compilation);
        var session = deployed.Session;
        await session.AcceptsAsync("INSERT INTO app.harbours (id, name) VALUES (md5('n')::uuid, 'North'), (md5('s')::uuid, 'South'); INSERT INTO app.entries (harbour_id, words) VALUES (md5('n')::uuid, 'fog'), (md5('s')::uuid, 'calm')");

        // The usual way: a row of the platform is open to every tenant, to be changed as well.
        await session.AcceptsAsync(
            """
            BEGIN;
            CREATE TABLE people (name text, role text, tenant text);
            CREATE ROLE usual; GRANT SELECT, UPDATE ON people TO usual;
            ALTER TABLE people ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON people USING (tenant = current_setting('usual.tenant', true) OR role = 'system_admin');
            INSERT INTO people VALUES ('Ann', 'user', '1'), ('Ben', 'system_admin', '0');
            SET LOCAL ROLE usual; SET LOCAL usual.tenant = '1'
            """);
        await session.AcceptsAsync("UPDATE people SET name = 'Mallory' WHERE role = 'system_admin'");
        await session.AnswersAsync("SELECT string_agg(name, ' ') FROM people", "Ann Mallory");
        await session.AcceptsAsync("ROLLBACK");

        await session.AcceptsAsync($"SET ROLE {_compilation.Schema.Roles.Single(role => role.Purpose == Design.RolePurpose.Support).Name}");
        await session.AnswersAsync("SELECT count(*)::text FROM app.entries", "0");
        await session.AcceptsAsync("SELECT set_config('app.tenant_id', md5('n')::uuid::text, false)");
        await session.AnswersAsync("SELECT count(*)::text FROM app.entries", "0");
        await session.RefusesAsync("SELECT app.enter_support(md5('n')::uuid, 'a question of the harbour')", "23514", "support_accesses_actor_given");
        await session.AcceptsAsync("SELECT set_config('app.actor', 'ann', false)");
        await session.RefusesAsync("SELECT app.enter_support(md5('n')::uuid, ' ')", "23514", "support_accesses_reason_given");
        await session.AcceptsAsync("BEGIN; SELECT app.enter_support(md5('n')::uuid, 'a question of the harbour')");
        await session.AnswersAsync("SELECT string_agg(words, ' ') FROM app.entries", "fog");
        await session.AcceptsAsync("SELECT set_config('app.tenant_id', md5('s')::uuid::text, true)");
        await session.AnswersAsync("SELECT count(*)::text FROM app.entries", "0");
        await session.RefusesAsync("DELETE FROM app.entries", "42501");
        await session.AcceptsAsync("ROLLBACK; BEGIN; SELECT app.enter_support(md5('n')::uuid, 'a question of the harbour'); COMMIT");
        await session.AnswersAsync("SELECT count(*)::text FROM app.entries", "0");
        await session.AnswersAsync("SELECT count(*)::text FROM pg_class WHERE relkind = 'v' AND relnamespace = 'app'::regnamespace AND has_table_privilege(oid, 'SELECT')", "0");
        await session.RefusesAsync("SELECT FROM audit.support_accesses", "42501");
        await session.AcceptsAsync("RESET ROLE");
        await session.AnswersAsync("SELECT string_agg(actor || ': ' || reason, ', ') FROM audit.support_accesses", "ann: a question of the harbour");
        await session.RefusesAsync("DELETE FROM audit.support_accesses", "23514", "support_accesses_append_only");
        await session.AcceptsAsync($"SET ROLE {_compilation.Schema.Roles.Single(role => role.Purpose == Design.RolePurpose.Application).Name}");
        await session.RefusesAsync("SELECT app.enter_support(md5('n')::uuid, 'a question')", "42501");
    }
}
