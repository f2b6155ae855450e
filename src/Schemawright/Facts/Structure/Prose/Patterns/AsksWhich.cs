using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"For every tour we note which helpers came along and for how many hours": any number of the one with what the words before speak of, and what is asked of each.</summary>
internal sealed class AsksWhich : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var beside = Beside(clause, passage);
        var objects = beside is not null ? [beside.Subjects[0] with { Asked = true }] : PerOne(clause) ? [clause.Objects[0] with { Plural = true }, .. clause.Objects.Skip(1).Select(item => item with { Asked = true })] : clause.Objects;
        if (clause.Verb.Negated || clause.Kind == ClauseKind.Condition || clause.Verb.Verb is "look" or "find" or "show" or "view" || (clause.Verb.Verb.Length == 0 && clause.Before == ',') || !(clause.Verb.Verb is "" or "say" or "select" or "pick" || Senses.Records(clause.Verb.Verb)) || objects is not [{ Asked: true, Determiner: Determiner.Indefinite, IsPronoun: false } asked, ..] || (!asked.Plural && !(clause.Verb.Verb.Length > 0 && clause.Subjects.All(subject => subject.IsPronoun) && objects.Count == 1 && clause.Phrases.Count == 0 && asked.Tail is null)) || (AttributeWords.IsOne(asked) && !(asked is { Plural: true, Tail: not null } && AttributeWords.IsShared(Naming.EntityKey(asked.Name)))) || !Speaks(clause) || Frame(clause, asked, passage, talk) is not { } frame)
        {
            return false;
        }

        var more = passage.Clauses.FirstOrDefault(other => other is { Before: ':', Verb.Verb: "", Objects.Count: > 0 } && other.Range.First == clause.Range.End + 1);
        talk.Taken = (beside ?? more)?.Range; // "which boats went out: left at, back at"
        notes.Lists.Add(talk.LastList = new(frame with { Remark = null }, [.. objects, .. (more?.Objects ?? []).Select(item => item with { Asked = true })], Manner.Records, passage));
        talk.Speak(frame);
        return true;
    }

    /// <summary>"Per diver which certificate, issued on, valid until": each of them may have several.</summary>
    private static bool PerOne(Clause clause) =>
        clause is { Verb.Verb: "", Objects: [{ Asked: true, Plural: false, IsPronoun: false, Determiner: Determiner.Indefinite }, _, ..] } && clause.With("per", "for").Any(phrase => phrase.Nouns is [{ IsPronoun: false } each] && (phrase.Preposition is "per" || each.Determiner == Determiner.Each));

    /// <summary>"We log for every dive which tanks were used": the question behind the noun it is asked of.</summary>
    private static Clause? Beside(Clause clause, Passage passage) =>
        clause is { Objects.Count: 0 } && Senses.Records(clause.Verb.Verb) && clause.Phrases.SelectMany(phrase => phrase.Nouns).LastOrDefault(noun => noun is { Determiner: Determiner.Each, IsPronoun: false }) is { } each
            ? passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Subjects: [{ Plural: true, IsPronoun: false, Determiner: Determiner.None }] } && other.Subjects[0].First > 0 && passage.Words[other.Subjects[0].First - 1].Lower is "which" && other.After("on").Any(noun => noun.First == each.First)) : null;

    /// <summary>Whoever keeps the data notes it, or whoever tells it.</summary>
    private static bool Speaks(Clause clause) => clause.Verb.Verb is not ("see" or "know") || clause.Verb.Wanted || clause.Subjects.Count == 0 || clause.Subjects.All(subject => subject.IsPronoun || Keepers.IsOne(subject));

    /// <summary>What it is asked of: named in the sentence, listed before, or what the talk is about.</summary>
    private static NounPhrase? Frame(Clause clause, NounPhrase asked, Passage passage, Talk talk)
    {
        var key = Naming.EntityKey(asked.Name);
        var said = clause.With("for", "per", "at", "on", "in", "during", "with", "of").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => MayBe(noun) && (noun.SpeaksOfEach || noun.Determiner is Determiner.Definite || noun.First < asked.First))
            ?? asked.Tail?.Nouns.FirstOrDefault(MayBe) ?? passage.Clauses.LastOrDefault(other => other.Kind == ClauseKind.Main && other.Range.End <= clause.Range.First)?.Objects.LastOrDefault(MayBe);
        var listed = talk.LastList is { } list && list.Passage.Span == passage.Span ? list.Owner : null;
        return said ?? (listed is { IsPronoun: false } && Naming.EntityKey(listed.Name) != key ? listed : null) ?? (talk.Label is { } label && MayBe(label) && !(label is { Plural: false, Determiner: Determiner.None } && char.IsUpper(label.Name[0])) ? label : null) ?? talk.LastWhere(MayBe);

        bool MayBe(NounPhrase noun) => noun is { IsPronoun: false } && !Keepers.IsOne(noun) && (!AttributeWords.IsOne(noun) || (AttributeWords.MayBeThing(Naming.EntityKey(noun.Name)) && noun.SpeaksOfEach)) && Naming.EntityKey(noun.Name) != key;
    }
}
