using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>What a state promises of a thing's parts holds as long as the state lasts, whoever changes the parts afterwards.</summary>
public sealed class PartTraps
{
    private const string Documents =
        """
        # Draughts

        ## Data model

        ### Plan
        - id: uuid
        - title: string (required, unique)
        - status: enum - draft, approved

        ### Drawing
        - id: uuid
        - plan_id: uuid (FK -> Plan, required)
        - status: enum - rough, checked

        **Rules**:
        - An approved plan has at least one checked drawing
        """;

    [Fact]
    public async Task A_part_that_goes_or_changes_later_does_not_break_what_the_state_promised()
    {
        var compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "draughts", new Findings());
        await using var deployed = await Deployed.OfAsync(compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(
            """
            CREATE TABLE plans (id integer PRIMARY KEY, status text); CREATE TABLE drawings (plan_id integer REFERENCES plans, status text);
            CREATE FUNCTION at_the_step() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
                IF NEW.status = 'approved' AND NOT EXISTS (SELECT FROM drawings WHERE plan_id = NEW.id AND status = 'checked') THEN RAISE EXCEPTION 'not yet'; END IF; RETURN NEW; END $f$;
            CREATE TRIGGER at_the_step BEFORE UPDATE OF status ON plans FOR EACH ROW EXECUTE FUNCTION at_the_step();
            INSERT INTO plans VALUES (1, 'draft'); INSERT INTO drawings VALUES (1, 'checked'); UPDATE plans SET status = 'approved'; UPDATE drawings SET status = 'rough'
            """);
        await session.AnswersAsync("SELECT count(*)::text FROM plans WHERE status = 'approved' AND NOT EXISTS (SELECT FROM drawings WHERE plan_id = id AND status = 'checked')", "1");

        await session.AcceptsAsync(
            """
            BEGIN;
            INSERT INTO app.plans (id, title, status) VALUES (md5('p')::uuid, 'House', 'draft');
            INSERT INTO app.drawings (plan_id, status) VALUES (md5('p')::uuid, 'checked');
            COMMIT;
            UPDATE app.plans SET status = 'approved'
            """);
        await session.RefusesAsync("UPDATE app.drawings SET status = 'rough'", "23514");
        await session.RefusesAsync("DELETE FROM app.drawings", "23514");
        await session.AcceptsAsync("BEGIN; UPDATE app.drawings SET status = 'rough'; UPDATE app.plans SET status = 'draft'; COMMIT");
        await session.AcceptsAsync("DROP TABLE drawings, plans; DROP FUNCTION at_the_step");
        await deployed.ProveAsync(compilation);
    }
}
