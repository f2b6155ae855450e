using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The berth must belong to the same harbour", "berth belongs to the correct harbour": what a row refers to has the parent that the row
/// itself has.
/// </summary>
internal sealed class BelongsToSame : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var belong = Phrase.IndexOf(words, 1, "belong", "belongs");
        var told = belong < 0 ? [] : words.Take(belong).ToArray();
        var said = belong > 0 && (Phrase.Has(told, "must", "shall") || Phrase.Has(words, "same", "correct", "right", "given"));
        return said && !Phrase.Has(told, "not", "cannot", "can't", "never", "may", "can") ? Of(line, words, belong) ?? WaysThatMeet.Read(line, line.Demand, belong - (line.Whole.Count - line.Demand.Count)) : null;
    }

    /// <summary>"The berth does not belong to this harbour", as the text of a refusal.</summary>
    public static Reading? Refused(RuleLine line)
    {
        var words = line.Whole;
        var belong = Phrase.IndexOf(words, 1, "belong", "belongs");
        return belong > 0 && words[belong - 1].IsAny("not", "doesn't") ? Of(line, words, belong) : null;
    }

    private static Reading? Of(RuleLine line, IReadOnlyList<Token> words, int belong)
    {
        var start = Speech.SkipDeterminers(words, 0);
        var at = belong + 1;
        while (at < words.Count && words[at].IsAny("to", "the", "same", "correct", "right", "given", "this", "that", "its", "a", "an", "current", "requested"))
        {
            at++;
        }

        if (at >= words.Count || line.Vocabulary.EntityAt(words, start, out _) is not { } part || line.Vocabulary.EntityAt(words, at, out var width) is not { } whole
            || (at + width < words.Count && words[at + width].Kind != TokenKind.Mark) || part.References.Where(link => link.Parent == whole.Name).ToArray() is not [var above])
        {
            return null;
        }

        var owners = line.Subject is { } subject && Both(subject, part, whole) is not null ? [subject] : line.Vocabulary.All.Where(terms => terms != part && terms.Entity.Kind != EntityKind.AuditTrail);
        var rules = owners.Select(terms => (Terms: terms, Links: Both(terms, part, whole))).Where(pair => pair.Links is not null)
            .Select(pair => line.Must(pair.Terms.Name, $"{pair.Links!.Value.Whole.Role} is that of {pair.Links.Value.Part.Role}", new Compare(CompareOp.Equal, pair.Links.Value.Whole.Ref, new Ref([pair.Links.Value.Part.Role!, above.Name])))).ToArray();
        return rules.Length == 0 ? null : Reading.Of(rules);
    }

    /// <summary>The one reference to the part and the one to the whole.</summary>
    private static (Column Part, Column Whole)? Both(EntityTerms terms, EntityTerms part, EntityTerms whole) =>
        terms.References.Where(link => link.Parent == part.Name).ToArray() is [var toPart] && terms.References.Where(link => link.Parent == whole.Name).ToArray() is [var toWhole] ? (toPart, toWhole) : null;
}
