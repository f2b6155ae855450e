using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>One form of words in which sentences speak of data.</summary>
internal interface IProsePattern
{
    /// <returns>True when the clause is of this form, so that no later pattern has to look at it.</returns>
    bool Read(Clause clause, Passage passage, Talk talk, Notes notes);
}
