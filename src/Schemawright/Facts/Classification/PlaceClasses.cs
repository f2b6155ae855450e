using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Rules;

namespace Schemawright.Facts.Classification;

/// <summary>Classes of statements no reader took: by the headings they stand under, then by their words.</summary>
internal sealed class PlaceClasses(FactCollector facts)
{
    private const int LongestLabel = 80;
    private readonly Dictionary<string, HeadingTopic> _topics = new(StringComparer.Ordinal);
    private readonly DataWords _data = new(facts);

    public (StatementClass Class, string Reason) Of(Statement statement)
    {
        var (topic, heading) = Topic(statement);
        return topic switch
        {
            HeadingTopic.Scope => (StatementClass.Scope, $"stands under \"{heading}\": not part of this version"),
            HeadingTopic.Example => (StatementClass.Example, $"stands under \"{heading}\": an example"),
            HeadingTopic.Questions => (StatementClass.Prose, $"stands under \"{heading}\": a question of the authors"),
            HeadingTopic.Meta => (StatementClass.Prose, $"stands under \"{heading}\": speaks about the documents themselves"),
            _ when statement.Text.Says("this file", "this document", "fields marked") => (StatementClass.Prose, "speaks about the documents themselves"),
            _ when statement.Form != StatementForm.CodeLine && statement.Text.Opens("future:", "later:", "phase 2", "phase 3", "v2:", "not in this version", "out of scope:") => (StatementClass.Scope, "says itself that it comes later"),
            _ when IsProgram(statement) => (StatementClass.Interface, $"program code ({statement.Language})"),
            HeadingTopic.Process => (StatementClass.Process, $"stands under \"{heading}\": what people and programs do"),
            HeadingTopic.Interface => (StatementClass.Interface, $"stands under \"{heading}\": how the product looks or answers"),
            HeadingTopic.Infrastructure => (StatementClass.Technology, $"stands under \"{heading}\": how the product is run"),
            _ when IsDemand(statement) => (StatementClass.Rule, "demands something that no reader could place"),
            HeadingTopic.Prose => (StatementClass.Prose, $"stands under \"{heading}\": describes the business, states no data"),
            _ => ByForm(statement, _data),
        };
    }

    private static bool IsProgram(Statement statement) =>
        statement is { Form: StatementForm.CodeLine, Language: "javascript" or "js" or "typescript" or "ts" or "python" or "py" or "java" or "csharp" or "cs" or "go" or "ruby" or "php" or "tsx" or "jsx" or "sql" or "json" or "bash" or "sh" or "html" or "css" or "graphql" };

    private static bool IsDemand(Statement statement) =>
        statement.Form != StatementForm.CodeLine && statement.Text.Says("must", "shall", "must not", "mustn't");

    private static (StatementClass Class, string Reason) ByForm(Statement statement, DataWords data) => statement switch
    {
        { Form: StatementForm.CodeLine, Language: "mermaid" } => (StatementClass.Process, "a line of a diagram that states no data"),
        { Form: StatementForm.CodeLine } => (StatementClass.Technology, "a setting: how the product is built and run"),
        _ when statement.Text.Says("user story", "i want", "as a", "as an") => (StatementClass.Process, "a user story: what somebody wants to do"),
        _ when statement.Text.Opens("given") && statement.Text.Says("then") => (StatementClass.Process, "behaviour of the application"),
        _ when data.Of(statement) is { Class: not StatementClass.Process } told => told,
        _ when statement.Text.Says("click*", "tap*", "display*", "screen*", "button*", "page", "shown") => (StatementClass.Interface, "speaks of what users see"),
        _ when statement.Text.Says("notification*", "notify", "email", "emails", "sms", "integration", "sync", "webhook*", "api", "import", "oauth*", "sso") => (StatementClass.Process, "what the application does, with people or other systems"),
        _ when Modality.IsStrong(statement.Text) => (StatementClass.Rule, "demands something that no reader could place"),
        _ when statement.Text.Says("retry", "retries", "upload*", "download*", "automatic", "automatically", "sends", "calculates", "generates", "validates") && statement.Form == StatementForm.ListItem => (StatementClass.Process, "what the application does"),
        _ => data.Of(statement) ?? (StatementClass.Prose, "describes, states no data"),
    };

    private (HeadingTopic Topic, string Heading) Topic(Statement statement)
    {
        var found = (Topic: HeadingTopic.None, Heading: "");
        if (statement.Form != StatementForm.TableRow && statement.LeadIn is { Length: <= LongestLabel } leadIn)
        {
            found = (OfHeading(leadIn), leadIn.TrimEnd(':'));
        }

        for (var index = statement.Headings.Count - 1; index >= 0 && !HeadingTopics.StatesNoData(found.Topic); index--)
        {
            var topic = index == 0 && statement.Headings.Count > 1 ? HeadingTopic.None : OfHeading(statement.Headings[index]);
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
