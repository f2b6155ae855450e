using Schemawright.Diagnostics;
using Schemawright.Documents;
using Shouldly;
using Xunit;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>A job that looks at the age alone removes what a court wants to see, and a log that is dropped is no archive.</summary>
public sealed class HoldTraps
{
    private const string Documents =
        """
        # Claims bureau

        The bureaus are tenants: each bureau sees only its own rows.

        ## Data model

        ### Bureau
        - id: uuid
        - name: string (required, unique)

        ### Claim
        - id: uuid
        - bureau_id: uuid (FK -> Bureau, required)
        - number: string(20) (required, unique within the bureau)

        ### Claimant
        - id: uuid
        - claim_id: uuid (FK -> Claim, required)
        - full_name: string(80) (required, personal data)
        - email: email (optional)

        ### Exhibit
        - id: uuid
        - claim_id: uuid (FK -> Claim, required, on delete cascade)
        - label: string(80) (required)

        ## Retention

        | Data | Retention period | Action |
        |------|------------------|--------|
        | Exhibits | 2 years | Delete |
        | Claimants | 3 years | Anonymise |
        | Audit logs | 7 years | Detach partitions and archive |

        - A claim under legal hold is neither deleted nor anonymised
        - Claimants may request erasure of their personal data
        - All changes are written to an audit log
        """;

    private const string Rows =
        """
        INSERT INTO app.bureaus (id, name) VALUES (md5('b')::uuid, 'North');
        INSERT INTO app.claims (id, bureau_id, number, legal_hold) VALUES (md5('held')::uuid, md5('b')::uuid, '1', true), (md5('free')::uuid, md5('b')::uuid, '2', false);
        INSERT INTO app.exhibits (id, bureau_id, claim_id, label) VALUES (md5('e1')::uuid, md5('b')::uuid, md5('held')::uuid, 'Letter'), (md5('e2')::uuid, md5('b')::uuid, md5('free')::uuid, 'Photo');
        INSERT INTO app.claimants (id, bureau_id, claim_id, full_name, email) VALUES (md5('p1')::uuid, md5('b')::uuid, md5('held')::uuid, 'Ann', 'ann@example.org'), (md5('p2')::uuid, md5('b')::uuid, md5('free')::uuid, 'Ben', 'ben@example.org')
        """;

    private readonly Compilation _compilation = Compiler.Compile([new InputDocument("PRD.md", Documents)], "claims", new Findings());

    [Fact]
    public async Task What_is_held_and_what_belongs_to_it_outlasts_jobs_deletions_and_requests()
    {
        await using var deployed = await Deployed.OfAsync(_compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(Rows);
        // The usual job looks at the age alone.
        await session.AcceptsAsync("BEGIN; SET LOCAL session_replication_role = replica; WITH gone AS (DELETE FROM app.exhibits WHERE created_at < now() + interval '1 day' RETURNING 1) SELECT count(*) FROM gone");
        await session.AnswersAsync("SELECT count(*)::text FROM app.exhibits", "0");
        await session.AcceptsAsync("ROLLBACK");

        await session.AcceptsAsync("CREATE OR REPLACE FUNCTION app.job_time() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN now() + interval '4 years'");
        foreach (var job in _compilation.Design.RetentionJobs)
        {
            await session.AcceptsAsync($"SELECT app.{job.Name}()");
        }

        await session.AnswersAsync("SELECT string_agg(label, ' ') FROM app.exhibits", "Letter");
        await session.AnswersAsync("SELECT string_agg(full_name, ' ') FROM app.claimants WHERE full_name IN ('Ann', 'Ben')", "Ann");
        await session.RefusesAsync("DELETE FROM app.claims WHERE number = '1'", "23514", "claims_legal_hold_guard");
        await session.RefusesAsync("DELETE FROM app.exhibits", "23514", "exhibits_claim_legal_hold_rule");
        await session.AcceptsAsync("SET app.tenant_id = '" + await session.AskAsync("SELECT md5('b')::uuid::text") + "'");
        await session.RefusesAsync("SELECT app.erase_claimants(md5('p1')::uuid)", "23514", "claimants_legal_hold");
        // The hold ends, and what was due goes.
        await session.AcceptsAsync("UPDATE app.claims SET legal_hold = false");
        await session.AcceptsAsync("SELECT app.erase_claimants(md5('p1')::uuid)");
        foreach (var job in _compilation.Design.RetentionJobs)
        {
            await session.AcceptsAsync($"SELECT app.{job.Name}()");
        }

        await session.AnswersAsync("SELECT count(*)::text FROM app.exhibits", "0");
        await session.AnswersAsync("SELECT count(*)::text FROM app.claimants WHERE full_name = 'Ann'", "0");
    }

    [Fact]
    public async Task A_log_that_is_to_be_archived_is_detached_and_kept()
    {
        await using var deployed = await Deployed.OfAsync(_compilation);
        var session = deployed.Session;
        await session.AcceptsAsync(Rows);
        var entries = await session.AskAsync("SELECT count(*)::text FROM audit.audit_logs");
        await session.AcceptsAsync("CREATE OR REPLACE FUNCTION app.job_time() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN now() + interval '8 years'");
        await session.AcceptsAsync("SELECT app.archive_expired_partitions('audit.audit_logs', interval '7 years')");
        await session.AnswersAsync("SELECT count(*)::text FROM audit.audit_logs", "0");
        var parts = await session.ListAsync("SELECT relname::text FROM pg_class WHERE relnamespace = 'archive'::regnamespace AND relkind = 'r'");
        parts.Count.ShouldBeGreaterThan(1);
        await session.AnswersAsync($"SELECT count(*)::text FROM ({string.Join(" UNION ALL ", parts.Select(part => $"SELECT 1 FROM archive.{part}"))}) AS every_part", entries);
        await session.AcceptsAsync($"SET ROLE {_compilation.Schema.Roles.First(role => role.Purpose == Design.RolePurpose.Application).Name}");
        await session.RefusesAsync($"SELECT FROM archive.{parts[0]}", "42501");
        await session.AcceptsAsync("RESET ROLE");
    }

    [Fact]
    public async Task The_product_is_proved()
    {
        await using var deployed = await Deployed.OfAsync(_compilation);
        await deployed.ProveAsync(_compilation);
    }
}
