using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The age is computed from the date of birth", "the total can be derived": not stored.</summary>
internal sealed class SaysDerived : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var derived = (clause.Verb.Passive && clause.Verb.Verb is "compute" or "calculate" or "derive" or "deduce") || (clause.Verb.Verb is "result" or "follow" && clause.With("from").Any());
        if (!derived || clause.Subjects.Count == 0 || !clause.Subjects.All(subject => subject.IsPronoun || AttributeWords.IsOne(subject)))
        {
            return false;
        }

        notes.Derived.UnionWith(clause.Subjects.Select(subject => Naming.Snake(subject.Name)));
        return true;
    }
}
