using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Rules;

namespace Schemawright.Facts.Classification;

/// <summary>Classes of statements no reader took: by the headings they stand under, then by their words.</summary>
internal sealed class PlaceClasses(FactCollector facts)
{
    private const int LongestLabel = 80;

    private static readonly string[] OnScreens =
    [
        "click*", "tap*", "display*", "screen*", "button*", "page", "shown", "calendar view", "list view", "grid view", "month view", "week view", "day view", "table view", "view with", "compressed view", "dropdown*", "tooltip*", "drag and drop",
        "drag-and-drop", "swipe*", "responsive", "dark mode", "empty state*", "loading state*", "loading indicator*", "indicator", "badge*", "navigation", "pinch*", "touch target*", "accordion", "carousel", "modal", "sidebar", "help videos", "auto-save*",
    ];

    private static readonly string[] Building =
    [
        "deploy*", "hosted", "hosting", "background job*", "worker*", "logs", "metrics", "traces", "monolith", "microservice*", "event sourcing", "container*", "cluster", "kubernetes", "library", "libraries", "framework*", "module*", "package*", "server*", "queue*",
        "vault", "cache", "cached", "caching", "migrations", "pipeline", "environment*", "backend", "front end", "frontend", "back end", "secrets", "feature flag*", "open source", "release*", "build", "ci", "staging", "production", "stateless", "idempoten*", "header",
    ];

    private readonly Dictionary<string, HeadingTopic> _topics = new(StringComparer.Ordinal);
    private readonly DataWords _data = new(facts);
    private readonly TellingForms _forms = new(facts);
    private readonly NamedSystems _systems = new(facts.Corpus);
    private readonly ProductDuties _duties = new(facts);
    private readonly Dictionary<string, DocumentKind> _kinds = facts.Corpus.Documents.GroupBy(document => document.Name, StringComparer.Ordinal).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Kind, StringComparer.Ordinal);

    /// <summary>Why what the statement demands binds the product and no row; null when it demands nothing of the kind, or stands where nothing is demanded.</summary>
    public string? Duty(Statement statement) =>
        Topic(statement).Topic is var topic && topic is HeadingTopic.None or HeadingTopic.Infrastructure or HeadingTopic.Interface && !IsLater(statement) ? _duties.Of(statement, aside: topic != HeadingTopic.None) : null;

    public (StatementClass Class, string Reason) Of(Statement statement)
    {
        var (topic, heading) = Topic(statement);
        return topic switch
        {
            HeadingTopic.Scope => (StatementClass.Scope, $"stands under \"{heading}\": not part of this version"),
            HeadingTopic.Example when heading.Says("persona", "personas") => (StatementClass.Prose, $"stands under \"{heading}\": describes who uses the product"),
            _ when statement.Text.Opens("persona", "user persona", "primary persona", "secondary persona") => (StatementClass.Prose, "describes an invented user of the product"),
            HeadingTopic.Example => (StatementClass.Example, $"stands under \"{heading}\": an example"),
            HeadingTopic.Questions => (StatementClass.Prose, $"stands under \"{heading}\": a question of the authors"),
            HeadingTopic.Meta => (StatementClass.Prose, $"stands under \"{heading}\": speaks about the documents themselves"),
            _ when statement.Text.Says("this file", "this document", "fields marked") => (StatementClass.Prose, "speaks about the documents themselves"),
            _ when IsLater(statement) => (StatementClass.Scope, "says itself that it comes later"),
            _ when statement is { Form: StatementForm.CodeLine, Language: "mermaid" } && statement.Headings.Skip(1).Any(above => above.Says("architecture", "building block*", "component*", "system context", "deployment*", "containers")) && !statement.Text.Contains(">>", StringComparison.Ordinal) => (StatementClass.Technology, "a line of a diagram of how the product is built"),
            _ when _forms.Of(statement, topic) is var (told, reason) => (told, reason),
            _ when statement is { Form: StatementForm.CodeLine, Language: "bash" or "sh" or "shell" or "console" or "powershell" } => (StatementClass.Technology, "a command: how the product is built and run"),
            _ when IsProgram(statement) => (StatementClass.Interface, $"program code ({statement.Language})"),
            HeadingTopic.Process => (StatementClass.Process, $"stands under \"{heading}\": what people and programs do"),
            HeadingTopic.Interface => (StatementClass.Interface, $"stands under \"{heading}\": how the product looks or answers"),
            HeadingTopic.Infrastructure => (StatementClass.Technology, $"stands under \"{heading}\": how the product is run"),
            _ when IsDemand(statement) => (StatementClass.Rule, "demands something that no reader could place"),
            _ when IsLookedUp(statement) => (StatementClass.Query, $"stands under \"{statement.Headings[^1]}\": how data is looked up"),
            _ when IsRelation(statement) && _data.Names(statement.Text) => (StatementClass.Fact, "stands among the relationships, in a form that no reader knows"),
            HeadingTopic.Prose => (StatementClass.Prose, $"stands under \"{heading}\": describes the business, states no data"),
            _ => ByForm(statement, _data, _systems) ?? SectionDefaults.Of(statement) ?? ByDocument(statement) ?? (StatementClass.Prose, "describes, states no data"),
        };
    }

    private static bool IsLater(Statement statement) =>
        statement.Form != StatementForm.CodeLine
        && (statement.Text.Says("is a future feature", "are a future feature", "planned for a later version", "planned for a future release", "comes in a later version", "in a future version", "in a future release", "not part of this version")
            || statement.Text.Opens("future:", "later:", "phase 2", "phase 3", "v2:", "not in this version", "out of scope:"));

    private static bool IsProgram(Statement statement) =>
        statement is { Form: StatementForm.CodeLine, Language: "javascript" or "js" or "typescript" or "ts" or "python" or "py" or "java" or "csharp" or "cs" or "go" or "ruby" or "php" or "tsx" or "jsx" or "sql" or "json" or "html" or "css" or "graphql" };

    /// <summary>NAME=value, a path, or a command.</summary>
    private static bool IsSetting(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && text.AsSpan(0, at).IndexOf(' ') < 0 || text.Contains("://", StringComparison.Ordinal) || text.StartsWith('/') || text.StartsWith('#') || text.StartsWith('$') || text.EndsWith('/') || text.Opens("npm", "npx", "dotnet", "docker", "git", "cd", "curl", "pip", "yarn", "make");

    private static bool IsRelation(Statement statement) =>
        statement is { Form: StatementForm.ListItem, Headings.Count: > 1 } && (statement.LeadIn is { Length: < 40 } leadIn && leadIn.Says("relationships", "associations") || statement.Headings[^1].Says("relationships", "relations", "associations", "cardinalities"));

    /// <summary>An item under a heading of queries alone; a report, screen or endpoint has a heading of its own.</summary>
    private static bool IsLookedUp(Statement statement) =>
        statement is { Form: StatementForm.ListItem, Headings.Count: > 1 } && HeadingNames.Of(statement.Headings[^1]).ToLowerInvariant() is "queries" or "frequent queries" or "reports and queries" or "queries and reports" or "typical queries" or "common queries" or "important queries" or "main queries" or "access patterns" or "query patterns" or "key queries";

    private static bool IsDemand(Statement statement) =>
        statement.Form != StatementForm.CodeLine && statement.Text.Says("must", "shall", "must not", "mustn't");

    private static (StatementClass Class, string Reason)? ByForm(Statement statement, DataWords data, NamedSystems systems) => statement switch
    {
        { Form: StatementForm.CodeLine, Language: "mermaid" } => (StatementClass.Process, "a line of a diagram that states no data"),
        { Form: StatementForm.CodeLine, Language: null or "" } when !IsSetting(statement.Text) => (StatementClass.Example, "a line that shows how something may look"),
        { Form: StatementForm.CodeLine } => (StatementClass.Technology, "a setting: how the product is built and run"),
        _ when statement.Text.Says("user story", "i want") || statement.Text.Opens("as a", "as an") => (StatementClass.Process, "a user story: what somebody wants to do"),
        _ when statement.Text.Opens("given") && statement.Text.Says("then") => (StatementClass.Process, "behaviour of the application"),
        _ when data.Of(statement) is { Class: not StatementClass.Process } told => told,
        _ when NamedSystems.Technical(statement.Text) => (StatementClass.Technology, "names a technique or a product"),
        _ when statement.Text.Says(OnScreens) => (StatementClass.Interface, "speaks of what users see"),
        _ when statement.Text.Says("restful", "base url", "api endpoint*", "rest api") => (StatementClass.Interface, "speaks of how programs reach the product"),
        _ when systems.IsNamed(statement.Text) => (StatementClass.Technology, "names a system the product works with"),
        _ when statement.Text.Says("notification*", "notify", "email", "emails", "sms", "integration", "sync", "webhook*", "api", "import", "oauth*", "sso") => (StatementClass.Process, "what the application does, with people or other systems"),
        _ when Modality.IsStrong(statement.Text) => (StatementClass.Rule, "demands something that no reader could place"),
        _ when statement.Text.Says("retry", "retries", "upload*", "download*", "automatic", "automatically", "sends", "calculates", "generates", "validates") && statement.Form == StatementForm.ListItem => (StatementClass.Process, "what the application does"),
        _ => data.Of(statement),
    };

    /// <summary>A figure among figures of scale is one to plan for; what a technical specification says without naming data is how the product is built.</summary>
    private (StatementClass Class, string Reason)? ByDocument(Statement statement) => _kinds.GetValueOrDefault(statement.Span.Document) switch
    {
        DocumentKind.ScaleRequirements when statement.Text.Says("maintenance window*", "planned maintenance") => (StatementClass.Technology, "says when the product is maintained"),
        DocumentKind.ScaleRequirements when statement.Text.Says("load test*", "stress test*", "tested") => (StatementClass.Process, "says how the product is tested"),
        DocumentKind.ScaleRequirements when (statement.Text.Any(char.IsAsciiDigit) || statement.Text.Says("ratio", "outnumber", "peak*", "busiest", "growth", "grows", "volume*")) && !statement.Headings.Any(heading => heading.Says("cost*", "budget*", "price*", "pricing")) => (StatementClass.Scale, "a figure that no reader could place"),
        DocumentKind.BusinessRules when statement.Form == StatementForm.TableRow && statement.Text.Any(char.IsAsciiDigit) => (StatementClass.Rule, "a row of figures among the business rules that no reader could place"),
        DocumentKind.TechnicalSpec when statement.Text.Says(Building) && !_data.Names(statement.Text) => (StatementClass.Technology, "stands in a technical specification: how the product is built or run"),
        _ => null,
    };

    private (HeadingTopic Topic, string Heading) Topic(Statement statement)
    {
        var found = (Topic: HeadingTopic.None, Heading: "");
        if (statement.Form != StatementForm.TableRow && statement.LeadIn is { Length: <= LongestLabel } leadIn)
        {
            found = (OfHeading(leadIn), leadIn.TrimEnd(':'));
        }

        var isRule = false;
        for (var index = statement.Headings.Count - 1; index >= 0 && !HeadingTopics.StatesNoData(found.Topic); index--)
        {
            isRule |= HeadingTopics.IsRule(statement.Headings[index]);
            var topic = index == 0 && statement.Headings.Count > 1 ? HeadingTopic.None : OfHeading(statement.Headings[index]);
            topic = isRule && topic == HeadingTopic.Example ? HeadingTopic.None : topic;
            found = HeadingTopics.StatesNoData(topic) || found.Topic == HeadingTopic.None ? (topic, statement.Headings[index]) : found;
        }

        return found;
    }

    private HeadingTopic OfHeading(string heading)
    {
        if (!_topics.TryGetValue(heading, out var topic))
        {
            topic = HeadingTopics.OfHeading(heading);
            _topics.Add(heading, topic);
        }

        return topic;
    }
}
