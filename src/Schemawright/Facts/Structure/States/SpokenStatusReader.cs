using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Described;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.States;

/// <summary>
/// Reads the states of a known thing from a sentence: "A permit is asked for, granted, returned or refused". Most must be what was done to it or words
/// for a state; a thing "can be moved or extended" says what may be done.
/// </summary>
internal sealed class SpokenStatusReader : IFactReader
{
    private const int FewestStates = 3;
    private const int MostWords = 2;
    private const int LongestSentence = 200;

    private static readonly string[] Openings = ["is always either ", "is always ", "is either ", "is one of ", "is in ", "can be in ", "is "];

    private static readonly HashSet<string> States = new("open pending draft active inactive live new ready due overdue idle free busy available unavailable valid invalid void final upcoming current former late missing present absent full empty done".Split(' '), StringComparer.OrdinalIgnoreCase);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var titles = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).DistinctBy(fact => Naming.EntityKey(fact.Name), StringComparer.Ordinal).ToDictionary(fact => Naming.EntityKey(fact.Name), fact => fact.Name, StringComparer.Ordinal);
        var told = facts.Facts.OfType<AttributeFact>().Where(fact => fact.Type is { Kind: DataKind.Enumeration, Values.Count: > 0 } && Naming.Words(fact.Name) is [.., "status" or "state"]).Select(fact => fact.Entity)
            .Concat(facts.Facts.OfType<StateMachineFact>().Select(fact => fact.Entity ?? "")).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
        var silent = document.Blocks.Where(block => HeadingTopics.StatesNoData(block) || Subjects.IsInterface(block.Headings)).SelectMany(block => Enumerable.Range(block.Span.Line, block.Span.EndLine - block.Span.Line + 1)).ToHashSet();
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && statement.Text.Length < LongestSentence && statement.Text.Contains(" or ", StringComparison.Ordinal) && !silent.Contains(statement.Span.Line)))
        {
            if (Owner(statement.Text, titles) is var (key, said) && !told.Contains(key) && Values(said) is { Count: >= FewestStates } values)
            {
                var status = facts.Facts.OfType<AttributeFact>().FirstOrDefault(fact => Naming.EntityKey(fact.Entity) == key && Naming.Words(fact.Name) is [.., "status" or "state"])?.Name ?? "status";
                writer.Attribute(writer.Blank(titles[key], status, statement.Span, statement.Text) with { Type = new DataType(DataKind.Enumeration, Values: values) });
                told.Add(key);
            }
        }
    }

    /// <summary>The known thing the sentence begins with, and what is said of it.</summary>
    private static (string Key, string Said)? Owner(string text, Dictionary<string, string> titles)
    {
        var words = text.Split(' ', 6);
        var article = words[0].ToLowerInvariant() is "a" or "an" or "each" or "every";
        for (var length = Math.Min(4, words.Length - 1); article && length > 1; length--)
        {
            var key = Naming.EntityKey(string.Join(' ', words[1..length]));
            if (titles.ContainsKey(key) && SpokenSubject.Behind(text, titles[key]) is { } said)
            {
                return (key, said);
            }
        }

        return null;
    }

    /// <summary>"in draft, open or paid", "pending, cleared or refused".</summary>
    private static Seq<string> Values(string said)
    {
        var opening = Array.Find(Openings, opening => said.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        var values = opening is null ? [] : TextScan.Split(said[opening.Length..].TrimEnd('.').Replace(" or ", ", ", StringComparison.Ordinal), ',').Select(value => value.Trim().Trim('`', '"', '“', '”')).Where(value => value.Length > 0).ToSeq();
        return values.Count(IsState) * 2 >= values.Count && values.All(value => value.Split(' ').Length <= MostWords && value.All(letter => char.IsLetter(letter) || letter is ' ' or '-' or '_') && value.Split(' ')[0] is not ("a" or "an" or "the" or "one" or "by" or "not")) ? values : [];
    }

    private static bool IsState(string value) => value.Split(' ')[0] is var word && (States.Contains(word) || (Verbs.Read(word).Form & (VerbForm.Participle | VerbForm.Past)) != 0);
}
