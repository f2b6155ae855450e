using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Domain.Rules;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>"An open bill becomes overdue on the day after its due date", "a loan that has not been returned by its due date becomes overdue": a state ends with a date of the row.</summary>
internal static class DatedTimeouts
{
    private static readonly Period Day = new(1, PeriodUnit.Day);

    public static SpokenTimeouts.TimeLimit? Read(DomainDraft domain, RuleFact fact, Seq<Token> words)
    {
        var end = Rewording.End(words);
        var turn = Phrase.IndexOf(words, 1, "becomes", "become", "turns", "turn");
        if (turn < 1 || words.Any(word => word.Kind == TokenKind.Number || word.IsAny("can", "may", "cannot", "must", "only", "unless", "if", "or")) || SpokenTimeouts.Entity(domain, fact, words, end) is not { } entity || SpokenTimeouts.StateOf(entity) is not { Type: { } type } state || Date(entity, words, end) is not var (date, from, to))
        {
            return null;
        }

        var names = new StateNames(type.Values);
        Seq<Token> said = [.. words.Take(from), .. words.Skip(to).Take(end - to)];
        var (states, left) = SpokenTimeouts.Parts(names, SpokenTimeouts.Without(said, entity, 0, said.Count));
        var reached = names.StateAt(words, turn + 1, asVerb: true)?.Value;
        var attribute = AttributeNames.Of(state.Name);
        if (reached is null || left.Count > 0 || states.Count > 2 || !states.Exists(one => one.Value == reached && !one.Denied))
        {
            return null;
        }

        var other = states.Find(one => one.Value != reached);
        var begun = other is { Denied: false } ? other.Value : SpokenTimeouts.Waiting(domain, entity, attribute, type.Values, reached);
        return begun is null || begun == reached ? null : new(entity, attribute, type.Values, begun, reached, Day, date);
    }

    /// <summary>"on the day after the due date", "by its due date", "after the due date", "when the due date has passed": the date, and the place of the words.</summary>
    private static (string Name, int From, int To)? Date(EntityDraft entity, Seq<Token> words, int end)
    {
        for (var at = 1; at < end; at++)
        {
            if (!words[at].IsAny("date", "day") || at + 1 < end && words[at + 1].Is("after"))
            {
                continue;
            }

            for (var length = 1; length < 3 && at - length >= 1; length++)
            {
                var said = words.Skip(at - length).Take(length).Select(word => word.Lower).ToArray();
                var dates = entity.Stated.Select(one => one.Name).Where(name => Naming.Words(name) is [.., "on" or "date"] parts && parts.Take(parts.Count - 1).SequenceEqual(said, StringComparer.Ordinal) && entity.Stated.Exists(one => one.Name == name && one.Type is null or { Kind: DataKind.Date }))
                    .Select(AttributeNames.Of).Distinct(StringComparer.Ordinal).ToArray();
                var open = at - length - (words[at - length - 1].IsAny("the", "its", "their") ? 1 : 0);
                if (dates is [var date] && open > 0 && Opened(words, open) is { } from)
                {
                    var close = Phrase.At(words, at + 1, "has", "passed") || Phrase.At(words, at + 1, "is", "over") ? at + 3 : at + 1;
                    return (date, from, close);
                }
            }
        }

        return null;
    }

    private static int? Opened(Seq<Token> words, int before) =>
        Phrase.At(words, before - 4, "on", "the", "day", "after") || Phrase.At(words, before - 4, "from", "the", "day", "after") ? before - 4 : Phrase.At(words, before - 3, "the", "day", "after") ? before - 3 : words[before - 1].IsAny("by", "after", "when", "once") ? before - 1 : null;
}
