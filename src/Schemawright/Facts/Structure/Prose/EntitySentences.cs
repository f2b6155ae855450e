using Schemawright.Facts.Language;
using Schemawright.Facts.Structure;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>What a sentence says of an entity: what is kept of it, or what identifies it.</summary>
/// <param name="Explicit">The sentence says "each", "every" or "multiple": it speaks of the entity, not of one example.</param>
internal sealed record EntitySentence(string Entity, List<AttributePhrase> Attributes, bool Identifies, bool Explicit);

/// <summary>Sentence patterns that name an entity with its attributes, those of high precision only.</summary>
internal static class EntitySentences
{
    private static readonly string[] HoldVerbs = [" has ", " have ", " contains ", " contain ", " includes ", " include ", " consists of ", " is described by ", " is characterized by ", " is characterised by ", " comprises ", " carries "];

    private static readonly string[] Singles = ["A ", "An ", "Each ", "Every "];

    private static readonly string[] Keepers = ["records", "stores", "keeps", "tracks", "saves", "captures", "holds", "record", "store", "keep", "track", "save", "capture"];

    private static readonly HashSet<string> NoSubjects = new(StringComparer.OrdinalIgnoreCase)
    {
        "system", "platform", "application", "app", "product", "portal", "company", "solution", "feature", "page", "screen", "form", "dashboard", "interface", "website", "site", "team", "we", "it", "they", "he",
        "she", "there", "this", "that", "these", "list", "view", "report", "document", "section", "phase", "api", "response", "request", "table", "database", "design", "module", "service", "software", "tool", "menu",
        "button", "scope", "support", "integration", "mvp", "release", "version", "process", "workflow", "project scope", "details", "information", "data", "what", "which", "who", "navigation", "search", "header", "email template",
    };

    public static EntitySentence? Read(string sentence)
    {
        var text = sentence.Trim();
        return text.Length > 400 ? null : ForEach(text) ?? EachWith(text) ?? InformationAbout(text) ?? IdentifiedBy(text) ?? Holds(text);
    }

    /// <summary>"For each hire, the system records the day, the due date and the fee."</summary>
    private static EntitySentence? ForEach(string text)
    {
        var rest = After(text, "For each ") ?? After(text, "For every ") ?? After(text, "For all ");
        var comma = rest?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        if (rest is null || comma <= 0)
        {
            return null;
        }

        var clause = rest[(comma + 1)..];
        foreach (var keeper in Keepers)
        {
            var at = clause.IndexOf($" {keeper} ", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at < 30)
            {
                return Made(rest[..comma], clause[(at + keeper.Length + 2)..], identifies: false, isExplicit: true);
            }
        }

        var passive = IndexOfAny(clause, " are recorded", " is recorded", " are stored", " is stored", " are kept", " are tracked", " are captured");
        return passive > 0 ? Made(rest[..comma], clause[..passive], identifies: false, isExplicit: true) : null;
    }

    /// <summary>"There are several halls, each with a name and a capacity."</summary>
    private static EntitySentence? EachWith(string text)
    {
        foreach (var joint in (string[])[", each with ", ", each having ", ", each of which has "])
        {
            var at = text.IndexOf(joint, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return Made(text[..at].Split(' ')[^1], text[(at + joint.Length)..], identifies: false, isExplicit: true);
            }
        }

        return null;
    }

    /// <summary>"information about members, including name and address"; "Member information includes …".</summary>
    private static EntitySentence? InformationAbout(string text)
    {
        foreach (var opening in (string[])["information about ", "information on ", "details of ", "data about ", "details about "])
        {
            var start = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            var including = start < 0 ? -1 : IndexOfAny(text[start..], " including ");
            if (including > 0)
            {
                var subject = text[Math.Min(start + opening.Length, start + including)..(start + including)].TrimEnd(',');
                return Made(subject, text[(start + including + " including ".Length)..], identifies: false, isExplicit: true);
            }
        }

        foreach (var noun in (string[])[" information includes ", " data includes ", " details include ", " records include ", " record includes ", " profile includes ", " information consists of "])
        {
            var at = text.IndexOf(noun, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return Made(text[..at], text[(at + noun.Length)..], identifies: false, isExplicit: true);
            }
        }

        return null;
    }

    /// <summary>"Each hall is identified by its building and number."</summary>
    private static EntitySentence? IdentifiedBy(string text)
    {
        var at = IndexOfAny(text, " is identified by ", " is uniquely identified by ", " are identified by ");
        return at > 0 ? Made(text[..at], text[(text.IndexOf(" by ", at, StringComparison.Ordinal) + 4)..], identifies: true, isExplicit: true) : null;
    }

    /// <summary>"Each member has a name, an e-mail address and a card number."</summary>
    private static EntitySentence? Holds(string text)
    {
        foreach (var verb in HoldVerbs)
        {
            var at = text.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at < 60)
            {
                var subject = RelationSentences.BeforeBelonging(text[..at]);
                var isExplicit = After(subject, "Each ") is not null || After(subject, "Every ") is not null;
                return Made(subject, text[(at + verb.Length)..], identifies: false, isExplicit);
            }
        }

        return null;
    }

    /// <summary>What a sentence is about: "An invoice is sent at the end of the month" speaks of an invoice.</summary>
    public static string? Leading(string text)
    {
        var at = text.StartsWith("A", StringComparison.Ordinal) || text.StartsWith("E", StringComparison.Ordinal) ? IndexOfAny(text, " is ", " has ", " belongs ", " can ", " must ") : -1;
        return at > 0 && Array.Exists(Singles, word => text.StartsWith(word, StringComparison.Ordinal)) ? Subject(text[..at]) : null;
    }

    private static EntitySentence? Made(string subject, string list, bool identifies, bool isExplicit)
    {
        var name = Subject(subject);
        if (name is null)
        {
            return null;
        }

        var attributes = AttributePhrases.Of(list);
        return attributes.Count > 0 ? new(name, attributes, identifies, isExplicit) : identifies && One(list) is { } only ? new(name, [only], true, isExplicit) : null;
    }

    private static AttributePhrase? One(string list) => AttributePhrases.Of(list + ", x") is [var only, _] ? only : null;

    /// <summary>One to three words without determiner, none of them the system's own.</summary>
    public static string? Subject(string text)
    {
        var name = text.Trim().Trim('*', '`');
        foreach (var opening in (string[])["each ", "every ", "all ", "a ", "an ", "the ", "multiple ", "several ", "many ", "registered "])
        {
            name = After(name, opening) ?? name;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 3 && EntityNames.IsName(name) && !NoSubjects.Contains(words[^1]) && !NoSubjects.Contains(Nouns.Singular(words[^1].ToLowerInvariant())) && !NoSubjects.Contains(name)
            && words.All(word => char.IsLetter(word[0])) && !Array.Exists(words, word => word is "of" or "and" or "or" or "to" or "in" or "that" or "can" or "must" or "should" or "will" or "may")
            ? name
            : null;
    }

    private static string? After(string text, string opening) => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? text[opening.Length..] : null;

    private static int IndexOfAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return at;
            }
        }

        return -1;
    }
}
