using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Beers: name, style", "Per version: LIST", "Readings are taken daily: LIST", and lists without a verb after a bare title.</summary>
internal sealed class LabelledList : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb.Verb.Length > 0)
        {
            return false;
        }

        var items = clause.Objects.Where(item => !item.IsPronoun && item.Count is not { Max: 0 }).ToList();
        var owner = clause.Phrases.Where(phrase => phrase.Preposition is "for" or "per" or "of" or "about" || (phrase.Preposition is "on" or "from" or "in" or "at" && items.Count > 0 && phrase.Nouns[0].First < items[0].First)).SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => !noun.IsPronoun && !Keepers.IsOne(noun) && noun.Determiner is not Determiner.Definite);
        if (owner is not null && items.Count > 0)
        {
            notes.Lists.Add(talk.LastList = new(owner, items, Manner.Records, passage) { After = talk.LastTold });
            talk.Speak(owner);
            return true;
        }

        return items.Count switch
        {
            0 => Title(owner, talk, whole: false),
            1 when clause.Before != ':' && (clause.Range.First == 0 || IsTitleWithin(clause, passage)) && (!AttributeWords.IsOne(items[0]) || items[0].Plural) => Title(items[0], talk, passage.Text.EndsWith('.') && passage.Text.Length < 40),
            1 when clause.Before == ',' && talk.LastList is { } list && ReferenceEquals(list.Passage, passage) => Continue(list, items, notes),
            _ => List(items, clause, passage, talk, notes),
        };
    }

    /// <summary>"… Machines: name, department": a title behind another sentence of the same point.</summary>
    private static bool IsTitleWithin(Clause clause, Passage passage) => clause.Before == '.' && passage.Clauses.FirstOrDefault(other => other.Range.First > clause.Range.First) is { Before: ':' } next && next.Range.First == clause.Range.End + 1;

    private static bool Title(NounPhrase? title, Talk talk, bool whole)
    {
        if (title is not null && !Keepers.IsOne(title))
        {
            talk.Label = title with { Name = title.Name.EndsWith(" first", StringComparison.Ordinal) ? title.Name[..^6] : title.Name };
            talk.LabelIsTitle = whole;
            talk.Speak(title);
        }

        return title is not null;
    }

    private static bool Continue(Listed list, List<NounPhrase> items, Notes notes)
    {
        notes.Lists.Add(list with { Items = items, Manner = list.Manner is Manner.Label ? Manner.Label : Manner.Has });
        return true;
    }

    /// <summary>Under "Fees.", "Bills are sent yearly: number, amount" lists what bills have.</summary>
    private static bool IsOfSubject(Clause told, Clause list, Talk talk) =>
        talk.LabelIsTitle && told is { Verb.Passive: true, Subjects: [{ Plural: true, Determiner: Determiner.None } subject] } && told.Range.End + 1 == list.Range.First && Naming.EntityKey(subject.Name) != Naming.EntityKey(talk.Label!.Name);

    private static bool List(List<NounPhrase> items, Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Before == ':' && talk.LastTold is { } told && IsOfSubject(told, clause, talk))
        {
            notes.Lists.Add(talk.LastList = new(told.Subjects[0], items, Manner.Has, passage));
            return true;
        }

        if (clause.Before == ':' && talk.LastTold is { } before && talk.Label is null)
        {
            notes.Details.Add(new([], before, items, passage) { Topic = talk.Topic });
            return true;
        }

        var owner = talk.Label ?? (clause.Before is ',' or ';' or '\0' or ':' ? talk.LastList?.Owner : null);
        if (owner is null || !items.Exists(AttributeWords.IsOne) || (clause.Before == '\0' && talk.Label is null && !items.TrueForAll(AttributeWords.IsOne)))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(owner, items, Manner.Label, passage));
        return true;
    }
}
