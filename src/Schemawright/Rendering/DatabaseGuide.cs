using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Rendering.Migrations;

namespace Schemawright.Rendering;

/// <summary>The page that says how the files below <c>db/</c> are used: order, roles, what a session sets, what answers mean.</summary>
internal static class DatabaseGuide
{
    public static Artifact Render(DataDesign design, PgSchema schema, IMigrationLayout layout, Seq<Artifact> files)
    {
        var text = new MarkdownText();
        text.Heading(1, "Database of " + MarkdownEscape.Text(design.Domain.AppName));
        Install(schema, layout, files, text);
        Roles(schema, text);
        Session(design, schema, text);
        Answers(design, text);
        Operations(design, files, text);
        return new("db/README.md", text.ToString());
    }

    private static void Install(PgSchema schema, IMigrationLayout layout, Seq<Artifact> files, MarkdownText text)
    {
        text.Heading(2, "Install");
        text.Paragraph($"On an empty PostgreSQL {Postgres.Capabilities.OldestServer} or newer, as a superuser or as the database's owner with CREATEROLE. Seeds and tests can be run again at any time.");
        foreach (var role in schema.Roles.Where(role => role.BypassRls))
        {
            text.Paragraph($"{MarkdownEscape.Code(role.Name.Text)} passes row security, and only a superuser makes such a role: where none migrates, one runs this once before. {MarkdownEscape.Code($"CREATE ROLE {role.Name} NOLOGIN BYPASSRLS;")}");
        }

        var migrations = layout.Explain(files.Where(IsMigration).OrderBy(file => file.Path, StringComparer.Ordinal).ToSeq());
        var others = string.Join('\n', files.Select(file => file.Path)
            .Where(path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.StartsWith(OperationFiles.Folder, StringComparison.Ordinal) && !path.StartsWith(MigrationText.Folder, StringComparison.Ordinal))
            .OrderBy(path => path.StartsWith("db/seeds/", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(path => path, StringComparer.Ordinal)
            .Select(path => $"psql -X -v ON_ERROR_STOP=1 -f {path}{(path.Contains("development", StringComparison.Ordinal) ? "   # not in production" : "")}"));
        if (migrations is { Language: "bash", Remark: null })
        {
            text.Code("bash", $"{migrations.Text}\n{others}");
            return;
        }

        text.Code(migrations.Language, migrations.Text);
        if (migrations.Remark is { } remark)
        {
            text.Paragraph(remark);
        }

        text.Code("bash", others);
    }

    private static bool IsMigration(Artifact file) => file.Path.StartsWith(MigrationText.Folder, StringComparison.Ordinal) && file.Path.EndsWith(".sql", StringComparison.Ordinal);

    private static void Roles(PgSchema schema, MarkdownText text)
    {
        text.Heading(2, "Roles");
        text.Paragraph($"No role has a password yet, and {(schema.Reporter is null ? "none bypasses row security" : $"none bypasses row security but {schema.Reporter.Name}, which owns the materialised views, cannot log in and has no members (only a superuser, or on 16 and newer a role that bypasses row security itself, can create it)")}. Everything belongs to the owner; a table that a later migration adds is closed until that migration grants it.");
        text.Table(["Role", "Logs in", "For"], schema.Roles.Select(role => (IReadOnlyList<string>)[MarkdownEscape.Code(role.Name.Text), role.CanLogin ? "yes" : "no", MarkdownEscape.Text(role.Comment)]));
    }

    private static void Session(DataDesign design, PgSchema schema, MarkdownText text)
    {
        var settings = new List<IReadOnlyList<string>>();
        var target = new Target(design, new());
        if (target.HasTenants)
        {
            settings.Add(["`app.tenant_id`", "The tenant whose rows the session sees. Without it: no rows, and no writes."]);
        }

        if (design.RowScopes.Any(scope => scope.Owner is not null))
        {
            settings.Add(["`app.user_id`", "The person whose own rows a role limited to them reaches. Without it: none."]);
        }

        if (AuditLowering.IsNeeded(design))
        {
            settings.Add(["`app.actor`", "Who acts, for the audit log."]);
            settings.Add(["`app.reason`", "Why, for the audit log."]);
            settings.AddRange(design.Audit.ExtraColumns.Where(column => schema.Find(AuditLowering.LogName(design).Name.Text)?.Find(column.Name)?.Default is not null)
                .Select(column => (IReadOnlyList<string>)[MarkdownEscape.Code("app." + column.Name), MarkdownEscape.Text(column.Comment)]));
        }

        if (settings.Count > 0)
        {
            text.Heading(2, "What a transaction sets first");
            text.Paragraph("With `SET LOCAL`, or `set_config(name, value, true)` with a parameter, so that a pooled connection carries nothing over.");
            text.Table(["Setting", "Meaning"], settings);
        }
    }

    private static void Answers(DataDesign design, MarkdownText text)
    {
        text.Heading(2, "What refusals mean");
        var rows = new List<IReadOnlyList<string>>
        {
            (string[])["`23514`", "A rule does not hold; the constraint's name says which, and its comment where it is stated."],
            (string[])["`23503`", "The row referred to is not there, belongs to another tenant, or is still referred to."],
            (string[])["`23505`", "The value is taken."],
            (string[])["`42501`", "The role may not, or the row belongs to another tenant."],
        };
        if (design.Tables.Any(table => table.OptimisticLock))
        {
            rows.Add(["`40001`", "Somebody else changed the row: read it again. Send the version that was read; the database counts it up."]);
        }

        if (design.Tables.Any(table => table.Exclusions.Count > 0))
        {
            rows.Add(["`23P01`", "The time overlaps another row's."]);
        }

        text.Table(["SQLSTATE", "Meaning"], rows);
    }

    private static void Operations(DataDesign design, Seq<Artifact> files, MarkdownText text)
    {
        string? When(string name) => name switch
        {
            "archive.conf" or "server.conf" => "part of postgresql.conf",
            "backup.sh" => "every " + Rendering.Operations.ShellScript.Each(design.Recovery.FullBackup),
            "restore_point_in_time.sh" => "rehearsed every " + Rendering.Operations.ShellScript.Each(design.Recovery.RestoreTest),
            "restore_table.sh" => "when one table was damaged",
            "retention.sh" or "partitions.sql" => "daily, as the job runner",
            "timeouts.sh" => "hourly, as the job runner",
            "reports.sh" => "at the rhythm each report states in it, as the job runner",
            "citus.sql" => "once, on the day one server is too small; see its first lines",
            "maintenance.sql" => "weekly, as the owner",
            "monitoring.sql" => "every few minutes, as a member of pg_monitor",
            _ => null,
        };
        text.Heading(2, "Operations");
        text.Table(["File", "When"], files.Where(file => file.Path.StartsWith(OperationFiles.Folder, StringComparison.Ordinal))
            .Select(file => (IReadOnlyList<string>)[MarkdownEscape.Code(file.Path), When(file.Path[OperationFiles.Folder.Length..]) ?? ""]));
    }
}
