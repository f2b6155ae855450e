using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The application manages boats: name, length", "we track repairs: date, cost": the keeper's object is what the list is of.</summary>
internal sealed class ManagesThings : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (talk.LastList is { Manner: Manner.Manages } list && ReferenceEquals(list.Passage, passage) && clause.Range.First > list.Items[0].First)
        {
            return true; // "…, bought on, colour": the rest of the list
        }

        if (clause.Before != ':' || Before(clause, passage) is not { } before)
        {
            return false;
        }

        if (!(before.Subjects.Count > 0 && before.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject))))
        {
            return before.Verb.Verb is "manage" or "administer"; // "the cook manages the stove: gas, water"
        }

        if (Items(clause, passage.Text) is not { Count: > 1 } items)
        {
            return false;
        }

        var thing = before.Objects[0];
        notes.Lists.Add(talk.LastList = new(thing, items, Manner.Manages, passage));
        talk.Speak(thing);
        return true;
    }

    /// <summary>The phrases behind the colon; where "joined on" was taken for a verb, the names between the commas.</summary>
    private static IReadOnlyList<NounPhrase> Items(Clause clause, string text)
    {
        if (clause.Verb.Verb.Length == 0)
        {
            return clause.Objects.Count(AttributeWords.IsOne) * 2 >= clause.Objects.Count ? clause.Objects : [];
        }

        var list = TrailingSentences.Of(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().TrimEnd('.')).List;
        var pieces = TextScan.Split(list, ',');
        var names = pieces.Select(piece => SpokenNames.Read(piece.Trim())).OfType<AttributeLine>().ToList();
        return names.Count == pieces.Count && names.Count(line => SpokenNames.IsKnown(line.Name)) * 2 >= names.Count
            ? names.ConvertAll(line => new NounPhrase(clause.Range.First, clause.Range.First) { Name = line.Name, Remark = line.Type.Length > 0 ? line.Type.Trim('(', ')', ' ') : null })
            : [];
    }

    /// <summary>The clause right before the colon that says what somebody manages.</summary>
    private static Clause? Before(Clause list, Passage passage) =>
        passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.End < list.Range.First && other.Verb.Verb.Length > 0) is { Verb: { Passive: false, Negated: false } verb, Objects: [{ IsPronoun: false } thing], Phrases.Count: 0 } before
        && before.Range.End + 1 == list.Range.First && (Senses.Records(verb.Verb) || verb.Verb is "manage" or "administer") && !Keepers.IsOne(thing) && !AttributeWords.IsOne(thing) ? before : null;
}
