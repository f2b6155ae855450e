using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A parcel weighs up to 20 kg", "a stall is 3 metres wide", "boards are either short, medium or long": one attribute, told by a verb or an adjective.</summary>
internal sealed class SaysMeasure : IProsePattern
{
    private static readonly Dictionary<string, string> OfVerb = Pairs("weigh:weight cost:price last:duration seat:number_of_seats");

    private static readonly Dictionary<string, string> OfAdjective = Pairs("wide:width long:length high:height tall:height deep:depth heavy:weight old:age thick:thickness");

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Subjects is not [{ IsPronoun: false } subject] || clause.Verb is { Passive: true } or { Negated: true } || clause.Kind == ClauseKind.Condition || !(subject.SpeaksOfEach || subject.Plural || subject.Determiner == Determiner.Definite) || AttributeWords.IsOne(subject))
        {
            return false;
        }

        if (Measured(clause) is { } measured)
        {
            Add(subject, measured, passage, talk, notes);
            return true;
        }

        return false;
    }

    private static IReadOnlyList<NounPhrase>? Measured(Clause clause)
    {
        if (OfVerb.TryGetValue(clause.Verb.Verb, out var name) && clause.Objects.Count > 0)
        {
            return clause.Objects.All(item => AttributeWords.IsOne(item) && item.Count is null) && clause.Verb.Verb is "cost" ? clause.Objects
                : clause.Objects[0].Count is not null ? [Named(clause.Objects[0], name)] : null;
        }

        if (clause.Verb.Verb is not "be")
        {
            return null;
        }

        if (clause.Objects is [{ Count: not null } figure] && OfAdjective.TryGetValue(figure.Name[(figure.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant(), out var measure))
        {
            return [Named(figure, measure)];
        }

        return clause.Objects.Count > 1 && clause.Objects.All(SaysKind.IsQuality) ? [Named(clause.Objects[0], "kind") with { Remark = string.Join(", ", clause.Objects.Select(item => item.Name)) }] : null;
    }

    private static NounPhrase Named(NounPhrase place, string name) => new(place.First, place.End) { Name = name.Replace('_', ' ') };

    private static void Add(NounPhrase subject, IReadOnlyList<NounPhrase> items, Passage passage, Talk talk, Notes notes)
    {
        notes.Lists.Add(new(subject, items, Manner.Possessive, passage));
        talk.Speak(subject);
    }

    private static Dictionary<string, string> Pairs(string text) => text.Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
