using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Physicians are employees who …", "Employees are either nurses or technicians", "A and B are kinds of C".</summary>
internal sealed class SaysKind : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is { Verb: { Verb: "be", Negated: false }, Subjects.Count: 0, Objects.Count: > 0, Phrases.Count: 0 } && clause.Objects.All(item => item.Plural) && notes.Kinds.Count > 0 && ReferenceEquals(notes.Kinds[^1].Passage, passage))
        {
            notes.Kinds.AddRange(clause.Objects.Select(kind => new KindOf(kind, notes.Kinds[^1].General, passage)).ToList()); // "as are the editors"
            return true;
        }

        if (clause.Verb is not { Verb: "be", Negated: false } || clause.Subjects.Count == 0 || clause.Objects.Count == 0 || clause.Objects.Concat(clause.Subjects).Any(phrase => phrase.IsPronoun) || clause.Objects.Any(AttributeWords.IsOne) || IsManner(clause))
        {
            return false;
        }

        if (clause.Objects.Any(IsQuality))
        {
            return false;
        }

        if (clause.Objects is [var general])
        {
            return General(clause, general, passage, talk, notes);
        }

        talk.LastTold = clause.Kind == ClauseKind.Main ? clause : talk.LastTold;
        talk.Mean(clause.Objects[^1], clause.Subjects[0]);
        foreach (var kind in clause.Objects)
        {
            notes.Kinds.Add(new(kind, clause.Subjects[0], passage));
        }

        Speak(clause, talk);
        return true;
    }

    /// <summary>"is responsible for several halls": how it is, not what.</summary>
    private static bool IsManner(Clause clause) => clause.Objects is [{ Determiner: Determiner.None, Plural: false }] && clause.Subjects[0] is { Plural: false } && clause.With("for", "to", "of", "in", "on", "from", "with").Any();
    /// <summary>"is public", "is easy": one word without an article names no kind.</summary>
    public static bool IsQuality(NounPhrase phrase) => phrase is { Determiner: Determiner.None, Plural: false, Count: null } && !char.IsUpper(phrase.Name[0]) && !phrase.Name.Contains(' ', StringComparison.Ordinal);

    private static void Speak(Clause clause, Talk talk)
    {
        if (clause.Kind == ClauseKind.Main && (!AttributeWords.IsOne(clause.Subjects[0]) || AttributeWords.MayBeThing(Naming.EntityKey(clause.Subjects[0].Name))))
        {
            talk.Speak(clause.Subjects[0]);
        }
    }

    private static bool General(Clause clause, NounPhrase general, Passage passage, Talk talk, Notes notes)
    {
        if (NoKind(clause, general, passage, talk, notes))
        {
            return true;
        }

        var of = general.Name.ToLowerInvariant() is "kind" or "kinds" or "type" or "specialization" or "specialisation" or "subtype" or "subclass" ? general.Of : null;
        var subjects = clause.OfEach && talk.LastList is { } list && ReferenceEquals(list.Passage, passage) ? [.. list.Items.Where(item => !AttributeWords.IsOne(item))] : clause.Subjects;
        foreach (var subject in subjects)
        {
            if ((subject.Of ?? subject.Owner) is { IsPronoun: false } thing && of is null)
            {
                notes.Roles.Add(new(thing, subject.Name, general, passage));
            }
            else
            {
                notes.Kinds.Add(new(subject, of ?? general, passage));
            }
        }

        if (of is null && general is { Determiner: Determiner.Indefinite or Determiner.None, Of: { IsPronoun: false } whole } && clause.Kind == ClauseKind.Main && subjects is [var part] && (whole.Determiner is Determiner.Indefinite or Determiner.Counted or Determiner.Each))
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [part], new("belong", Mood: clause.Verb.Mood), [], [new("to", [whole])]) { Range = clause.Range }, passage)); // "each pupil is a member of one club"
        }

        if (subjects is [{ SpeaksOfEach: true }] && clause.Phrases.Sum(phrase => phrase.Nouns.Count(noun => !noun.IsPronoun)) + (general.Of is null ? 0 : 1) > 1)
        {
            notes.Told.Add(new(clause, passage)); // "a sailing is one crossing on a route by one ship"
        }

        if (subjects.Count == 1)
        {
            talk.Mean(general, clause.Subjects[^1]);
        }

        Speak(clause, talk);
        return true;
    }

    /// <summary>"Some rooms are halls" says it the other way round; "a plan is a list of jobs" and "is a reply to another post" tell no kind.</summary>
    private static bool NoKind(Clause clause, NounPhrase general, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Subjects is [{ Partial: true, IsMany: true } some] && clause is { Kind: ClauseKind.Main, OfEach: false } && general.Plural && some.Of is null)
        {
            notes.Kinds.Add(new(general, some with { Partial = false, Count = null, Determiner = Determiner.None, Plural = true }, passage)); // "some rooms are laboratories"
            (talk.General, talk.LastList, talk.LastTold) = (some, null, null);
            talk.Speak(general);
            return true;
        }

        if (general.Count is { IsMany: true } && clause is { Kind: ClauseKind.Main, Subjects: [{ IsMany: false } whole] })
        {
            notes.Told.Add(new(clause with { Verb = clause.Verb with { Verb = "have" } }, passage)); // "a plan is a list of jobs"
            talk.Speak(whole);
            return true;
        }

        if (general.Of is { Another: true } || clause.Phrases.Any(phrase => phrase.Nouns.Any(noun => noun.Another)))
        {
            notes.Told.Add(new(clause, passage)); // "may be a reply to another post"
            talk.Speak(clause.Subjects[0]);
            return true;
        }

        return false;
    }
}
