using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The earlier rents and the dates they applied from must remain visible", "former names are kept": a history of values.</summary>
internal sealed class KeepsEarlierValues : IProsePattern
{
    private static readonly string[] Earlier = ["earlier ", "former ", "previous ", "old ", "older ", "past "];

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var keeps = IsWanted.Reads(clause) || (Senses.Records(clause.Verb.Verb) && (clause.Verb.Passive || clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject))));
        var items = clause.Verb.Passive || clause.Verb.Verb is "be" or "remain" or "stay" or "disappear" or "vanish" ? clause.Subjects : clause.Objects;
        keeps = (keeps && !clause.Verb.Negated) || (clause.Verb is { Negated: false, Verb: "remain" or "stay" } && clause.Subjects.Count > 0) || IsNeverLost(clause);
        if (!keeps || items.FirstOrDefault(item => item.Plural && Value(item, passage.Text) is not null) is not { } earlier || !(AttributeWords.IsOne(earlier) || clause.Verb.Verb is "remain" or "stay" or "keep" or "record" or "store"))
        {
            return false;
        }

        notes.ValueHistories.Add(new(Value(earlier, passage.Text)!, [.. items.Where(item => item != earlier && AttributeWords.IsOne(item))], earlier.Of ?? earlier.Owner ?? talk.Topic, passage));
        return true;
    }

    /// <summary>"Old prices must not be overwritten": they stay.</summary>
    public static bool IsNeverLost(Clause clause) =>
        clause.Verb is { Negated: true, Passive: true, Verb: "lose" or "delete" or "overwrite" or "remove" or "erase" or "forget" or "discard" or "drop" } or { Negated: true, Verb: "disappear" or "vanish" };

    /// <summary>The value without the word that says it is past; null when no such word stands before it.</summary>
    private static string? Value(NounPhrase item, string text) =>
        Earlier.FirstOrDefault(word => item.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } before ? Nouns.Singular(item.Name[before.Length..].ToLowerInvariant())
        : text.Contains("earlier " + item.Name, StringComparison.OrdinalIgnoreCase) ? Nouns.Singular(item.Name.ToLowerInvariant()) : null;
}
