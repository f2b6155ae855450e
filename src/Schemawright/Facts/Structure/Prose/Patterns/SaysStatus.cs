using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The status is booked, arrived or done", "it is either open, paid or cancelled": one attribute with its values.</summary>
internal sealed class SaysStatus : IProsePattern
{
    private const int MostWords = 3;

    private static readonly string[] Verbs = [" is always either ", " can be either ", " may be either ", " is either ", " can only be ", " is one of ", " can be ", " may be ", " is "];

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb.Negated: false, Subjects: [{ IsPronoun: false } subject] } || Said(passage) is not var (who, verb, values))
        {
            return false;
        }

        if (!ReferenceEquals(passage.Clauses[0], clause) && clause.Range.First > passage.Clauses[0].Range.First)
        {
            var remark = string.Join(", ", values);
            return notes.Lists.AsEnumerable().Reverse().TakeWhile(list => ReferenceEquals(list.Passage, passage)).Any(list => list.Items[0].Remark == remark); // the values read as clauses of their own
        }

        var named = AttributeWords.IsOne(subject) && PlaceStates.Contains(Naming.EntityKey(subject.Name));
        if (!named && !(verb.Contains("either", StringComparison.Ordinal) && who is "it" or "It" || verb.Contains("either", StringComparison.Ordinal) && subject.SpeaksOfEach))
        {
            return false;
        }

        var owner = named ? subject.Of ?? subject.Owner ?? talk.Label ?? talk.LastList?.Owner ?? talk.Topic : subject;
        if (owner is not { IsPronoun: false } || Keepers.IsOne(owner))
        {
            return false;
        }

        var item = new NounPhrase(clause.Range.First, clause.Range.End) { Name = named ? subject.Name : "status", Remark = string.Join(", ", values) };
        notes.Lists.Add(new(owner, [item], Manner.Possessive, passage));
        talk.Speak(owner);
        return true;
    }

    private static readonly HashSet<string> PlaceStates = new(StringComparer.Ordinal) { "status", "state", "condition", "stage", "phase", "priority", "severity", "category", "level", "outcome", "result", "visibility" };

    /// <summary>Who is said to be what: the words before the verb, and the values between commas and "or".</summary>
    private static (string Who, string Verb, List<string> Values)? Said(Passage passage)
    {
        if (!passage.Said.Contains(" or ", StringComparison.Ordinal) || passage.Said.Contains('(', StringComparison.Ordinal))
        {
            return null;
        }

        var text = passage.Said.Trim().TrimEnd('.');
        var verb = Verbs.FirstOrDefault(verb => text.Contains(verb, StringComparison.Ordinal));
        if (verb is null)
        {
            return null;
        }

        var at = text.IndexOf(verb, StringComparison.Ordinal);
        var values = TextScan.Split(text[(at + verb.Length)..].Replace(" or ", ", ", StringComparison.Ordinal), ',').Select(value => value.Trim()).Where(value => value.Length > 0).ToList();
        var listed = values.Count > 1 && text.Contains(" or ", StringComparison.Ordinal) && values.TrueForAll(value => value.Split(' ').Length <= MostWords && !value.StartsWith("a ", StringComparison.Ordinal) && !value.StartsWith("an ", StringComparison.Ordinal) && value.All(letter => char.IsLetter(letter) || letter is ' ' or '-' or '"' or '\''));
        return listed ? (text[..at].Trim(), verb, values) : null;
    }
}
