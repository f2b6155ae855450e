using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A rider is registered for one club at a time; previous registrations are kept": what the verb tells of happens again and again.</summary>
internal sealed class KeepsEarlier : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Subjects is not [{ Plural: true } subject] || !(KeepsEarlierValues.IsNeverLost(clause) || !clause.Verb.Negated && clause.Verb.Verb is "stay" or "keep" or "store" or "remain" or "record" or "retain" or "preserve") || Naming.Words(subject.Name) is not [var first, .., var noun] || first.ToLowerInvariant() is not ("previous" or "former" or "earlier" or "past" or "old"))
        {
            return false;
        }

        notes.Histories.Add((Nouns.Singular(noun.ToLowerInvariant()), passage));
        return false;
    }
}
