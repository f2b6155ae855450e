using Schemawright.Collections;
using Schemawright.Documents;

namespace Schemawright.Facts.Language;

/// <summary>What a heading says its section is about, where that decides whether the section may state data.</summary>
internal enum HeadingTopic
{
    None,

    /// <summary>Not in this version: stretch goals, roadmap, out of scope.</summary>
    Scope,

    /// <summary>Examples, personas, test cases.</summary>
    Example,

    /// <summary>About the documents or the rules themselves, not about the product.</summary>
    Meta,

    /// <summary>Questions the authors still have.</summary>
    Questions,

    Process,
    Interface,
    Infrastructure,
    Prose,
}

/// <summary>Reads topics from headings; only what a heading says without doubt.</summary>
internal static class HeadingTopics
{
    private static readonly string[] Scope =
    [
        "stretch goal*", "not now", "not yet", "not this time", "not for now", "not in this version", "out of scope", "out-of-scope", "not in scope", "not part of", "not included", "not covered", "what we do not build", "what it does not do", "non-goals", "non goals", "won't have", "wont have", "won’t have", "could have", "post-mvp", "post mvp",
        "nice to have", "nice-to-have", "future roadmap", "product roadmap", "performance roadmap", "development roadmap", "deferred features", "deferred to", "long-term vision", "parking lot", "deprecated features", "future consideration*",
        "future enhancement*", "future work", "future feature*", "future scope", "future plan*", "future version*", "future release*",
        "future improvement*", "future phase*", "future expansion", "future development", "future revenue", "future ideas", "not in mvp", "excluded from mvp",
    ];

    private static readonly string[] Example =
    [
        "test cases", "test scenarios", "testing scenarios", "test data", "sample data", "example", "examples", "persona", "personas", "sample request*", "sample response*",
    ];

    private static readonly string[] Meta =
    [
        "rule maintenance", "rule lifecycle", "rule documentation", "rule template", "rule governance", "about this document", "document version", "document history",
        "revision history", "table of contents", "how to use", "instructions for use", "user story format", "acceptance criteria standards", "change log", "changelog",
        "document conventions", "definition of done",
    ];

    private static readonly string[] Questions = ["clarification*", "open question*", "critical question*", "unresolved question*", "open issue*", "questions for"];

    /// <summary>True when nothing in the block may become a fact: out of scope, an example, a question, or about the documents.</summary>
    public static bool StatesNoData(Block block) => StatesNoData(Of(Path(block)));

    public static bool StatesNoData(HeadingTopic topic) =>
        topic is HeadingTopic.Scope or HeadingTopic.Example or HeadingTopic.Meta or HeadingTopic.Questions;

    /// <summary>The headings above the block and, for a list, the words that lead it in.</summary>
    public static IReadOnlyList<string> Path(Block block) =>
        block is ListBlock { LeadIn: { Length: <= 80 } leadIn } && !leadIn.EndsWith('.') ? [.. block.Headings, leadIn] : block.Headings;

    /// <summary>The topic of a path of headings and labels, outermost first: what excludes wins, else the innermost speaks.</summary>
    public static HeadingTopic Of(IReadOnlyList<string> path)
    {
        var topic = HeadingTopic.None;
        var isRule = false;
        for (var index = path.Count - 1; index >= 0; index--)
        {
            // The outermost heading is as a rule the document's title, which speaks of the whole product.
            var own = index == 0 && path.Count > 1 ? TitleTopics.Of(path[0]) : OfHeading(path[index]);
            isRule |= IsRule(path[index]);
            if (StatesNoData(own) && !(isRule && own == HeadingTopic.Example))
            {
                return own;
            }

            topic = isRule && own == HeadingTopic.Example ? topic : topic == HeadingTopic.None ? own : topic;
        }

        return topic;
    }

    /// <summary>"BR-012: Deposits": a rule with a number of its own is no example, though it stands behind the examples.</summary>
    public static bool IsRule(string heading) => RuleCodes.Split(heading) is { Code: { } code, Title.Length: > 0 } && !Array.Exists(OtherLetters, letters => code.StartsWith(letters, StringComparison.Ordinal));

    /// <summary>Test cases, scenarios, user stories, use cases and examples have numbers too.</summary>
    private static readonly string[] OtherLetters = ["TC", "TS", "T-", "SC", "US", "UC", "EX"];

    private static readonly Remembered<HeadingTopic> Topics = new(Read);

    private static readonly Remembered<HeadingTopic> TitleTopics = new(ReadTitle);

    public static HeadingTopic OfHeading(string heading) => Topics.Of(heading);

    private static HeadingTopic Read(string heading)
    {
        var text = heading.TrimEnd(':', ' ');
        return text.Says(Scope) || IsScopeAlone(text) || IsLaterPhase(text) ? HeadingTopic.Scope
            : text.Says(Meta) ? HeadingTopic.Meta
            : text.Says(Questions) ? HeadingTopic.Questions
            : text.Says(Example) || text.Equals("scenario", StringComparison.OrdinalIgnoreCase) ? HeadingTopic.Example
            : SectionTopics.Of(text);
    }

    private static HeadingTopic ReadTitle(string title) =>
        title.Length <= 40 && (title.Opens(Scope) || title.Opens(Example)) ? OfHeading(title) : HeadingTopic.None;

    private static bool IsScopeAlone(string text) =>
        text.Equals("future", StringComparison.OrdinalIgnoreCase) || text.Equals("roadmap", StringComparison.OrdinalIgnoreCase) || text.Equals("deprecated", StringComparison.OrdinalIgnoreCase) || text.Equals("backlog", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Phase 2", "Phase 3 - Analytics"; the first phase is the product itself.</summary>
    private static bool IsLaterPhase(string text)
    {
        var at = text.After("phase");
        return at is >= 0 and < 12 && Quantities.First(text[at..]) is { Low: >= 2, Start: <= 1 };
    }
}
