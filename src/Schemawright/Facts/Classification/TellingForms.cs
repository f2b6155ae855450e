using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure;

namespace Schemawright.Facts.Classification;

/// <summary>Forms that tell a statement's class wherever it stands: an index, a row of ticks, a message to users, a target for speed, an arrow of a diagram, a query.</summary>
internal sealed class TellingForms(FactCollector facts)
{
    private const int LongestTarget = 120;
    private const string Ticks = "✅❌✓✔✗✘☑";

    private static readonly string[] Arrows = ["-->", "->>", "==>", "-.->", "--|", "-->>"];
    private static readonly string[] Clauses = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "FROM ", "WHERE ", "AND ", "LEFT JOIN ", "INNER JOIN ", "JOIN ", "ORDER BY ", "GROUP BY ", "HAVING ", "LIMIT "];
    private static readonly string[] Builders = [".where(", ".orderBy(", ".groupBy(", ".join(", ".leftJoin(", ".andWhere(", ".limit(", ".select("];
    private static readonly string[] Indexes = ["index on", "unique index on", "composite index on", "partial index on", "indexes on", "index for", "primary key on"];
    private static readonly string[] Speeds =
        ["response time*", "load time*", "page load*", "load in", "latency", "p50", "p90", "p95", "p99", "percentile", "throughput", "error rate*", "uptime", "concurrent users", "requests per*", "per second", "api response*", "downtime", "memory usage", "cpu usage", "contentful paint", "input delay", "first byte", "time to interactive"];

    private readonly HashSet<string> _roles = facts.Facts.OfType<RoleFact>().Select(role => Naming.EntityKey(role.Name)).Where(key => key.Length > 1).ToHashSet(StringComparer.Ordinal);

    /// <summary>The class and its reason; null when the form tells nothing.</summary>
    public (StatementClass Class, string Reason)? Of(Statement statement, HeadingTopic topic) => statement.Form switch
    {
        StatementForm.CodeLine => OfCode(statement, topic),
        StatementForm.TableRow => IsMatrixRow(statement) ? (StatementClass.Access, "a row of ticks under the names of roles") : topic is HeadingTopic.None && IsFieldRow(statement) ? (StatementClass.Fact, "a row of a table of fields, but of what is not known") : null,
        StatementForm.ListItem or StatementForm.Sentence when IsRefreshed(statement.Text) => (StatementClass.Query, "a figure that people want to see, and how fresh it is"),
        StatementForm.ListItem when IsListed(statement) => (StatementClass.Query, "a list or figure that people want to see"),
        StatementForm.ListItem when Subjects.IsDataModel(statement.Headings) && AttributeLine.IsWithConstraints(statement.Text) => (StatementClass.Fact, "reads like an attribute, but of what is not known"),
        _ when statement.Text.Opens(Indexes) => (StatementClass.Query, "an index: how data is looked up"),
        _ when topic is not HeadingTopic.Prose && IsMessage(statement.Text) => (StatementClass.Interface, "a message to users"),
        _ when topic is not HeadingTopic.Process && IsTarget(statement.Text) => (StatementClass.Scale, "a target for speed or load"),
        _ => null,
    };

    private static (StatementClass, string)? OfCode(Statement statement, HeadingTopic topic) =>
        statement.Language is "sql" ? OfSql(statement.Text)
        : IsQuery(statement.Text) ? (StatementClass.Query, "a query that programs put to the database")
        : statement.Language is "json" && IsPackage(statement.Text) ? (StatementClass.Technology, "a package the product is built with")
        : topic is not (HeadingTopic.None or HeadingTopic.Prose) || statement.Language is { Length: > 0 } and not "mermaid" ? null
        : Array.Exists(Arrows, arrow => statement.Text.Contains(arrow, StringComparison.Ordinal)) ? (StatementClass.Process, "an arrow of a diagram that states no data")
        : statement.Text.AsSpan().ContainsAny("│┌└┐┘├") ? (StatementClass.Technology, "a drawing of how the product is built")
        : null;

    private static (StatementClass, string) OfSql(string text) =>
        text.StartsWith("--", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal) ? (StatementClass.Prose, "a comment; its meaning is in the lines it stands with") : (StatementClass.Query, "a query that programs put to the database");

    /// <summary>A clause of SQL in capitals, or the call of a query builder, in whatever language the fence is.</summary>
    private static bool IsQuery(string text) =>
        Array.Exists(Clauses, clause => text.StartsWith(clause, StringComparison.Ordinal)) || (text.StartsWith('.') && Array.Exists(Builders, call => text.StartsWith(call, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A name and a version: <c>"left": "^1.2.3"</c>.</summary>
    private static bool IsPackage(string text)
    {
        var parts = text.TrimEnd(',', ' ').Split(':', 2, StringSplitOptions.TrimEntries);
        return parts is [['"', ..], ['"', .. var version, '"']] && version.TrimStart('^', '~', '>', '=', '<', ' ').Split('.') is { Length: > 1 } numbers && numbers[0].Length > 0 && numbers[0].All(char.IsAsciiDigit) && (numbers.Length > 2 || !char.IsAsciiDigit(version[0]));
    }

    /// <summary>Two ticks or crosses under a header that names a role.</summary>
    private bool IsMatrixRow(Statement statement) =>
        statement.Text.Count(character => Ticks.Contains(character, StringComparison.Ordinal)) > 1 && statement.LeadIn is { } header && header.Split(" | ").Any(cell => _roles.Contains(Naming.EntityKey(cell)));

    /// <summary>Among reports an item that says of what, per what or in which order is a list or a figure.</summary>
    private static bool IsListed(Statement statement) =>
        (statement.LeadIn ?? (statement.Headings.Count > 1 ? HeadingNames.Of(statement.Headings[^1]) : "")) is var title && title.Length <= 40 && title.Says("reports", "analytics", "statistics", "evaluations", "lists", "overviews") && !title.Says("api", "access", "no") && statement.Text.Length <= 100
        && (statement.Text.Says("per", "by", "number of", "total", "average", "first", "share of", "top") || statement.Text.Says("in the next", "in the last", "of the last", "during the last", "to date")) && !statement.Text.Says("can", "must", "may", "export", "sent", "send");

    /// <summary>"Clerks see sales per stall, refreshed every five minutes".</summary>
    private static bool IsRefreshed(string text) => text.Says("refreshed", "updated") && text.Says("every", "hourly", "nightly", "daily", "weekly") && text.Says("see", "sees", "view", "views", "total", "totals", "number of", "per") && text.Says("per", "by", "total", "totals", "number of", "share of") && text.Length <= LongestTarget;

    /// <summary>The header says that each row names a field and its type.</summary>
    private static bool IsFieldRow(Statement statement) =>
        statement.LeadIn?.Split(" | ") is [var first, .. var others] && first.Trim().ToLowerInvariant() is "field" or "column" or "attribute" or "property" && others.Any(cell => cell.Trim().ToLowerInvariant() is "type" or "data type" or "datatype" or "format" or "constraints");

    /// <summary>Words in quotes, alone or behind a label: <c>Timeout: "Please try again"</c>.</summary>
    private static bool IsMessage(string text)
    {
        var open = text.AsSpan().IndexOfAny('"', '“');
        var last = text.AsSpan().TrimEnd('.');
        return open >= 0 && last.Length - open > 8 && last[^1] is '"' or '”' && text.AsSpan(open).Contains(' ') && (open == 0 || text.AsSpan(0, open).TrimEnd() is [.., ':'] or [.., '→']) && text.AsSpan(open + 1, last.Length - open - 2).IndexOfAny('"', '“') < 0;
    }

    private static bool IsTarget(string text) => text.Length <= LongestTarget && text.Any(char.IsAsciiDigit) && (text.Says(Speeds) || InMilliseconds(text)) && Quantities.First(text) is not null;

    /// <summary>"&lt;100ms", "200 ms".</summary>
    private static bool InMilliseconds(string text)
    {
        var at = text.IndexOf("ms", StringComparison.Ordinal);
        var before = at <= 0 ? ' ' : text.AsSpan(0, at).TrimEnd()[^1];
        return at > 0 && char.IsAsciiDigit(before) && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));
    }
}
