using Schemawright.Documents;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>"- pumps" with "- serial number, make" a step further in: the points of a list speak of what the point above them names.</summary>
internal static class ParentPoint
{
    private const int LongestTitle = 40;

    /// <returns>What the point above is: a bare noun; null when it says more than that, or when nothing stands above.</returns>
    public static NounPhrase? Title(Statement statement) =>
        statement is { Form: StatementForm.ListItem, LeadIn: { Length: > 2 and < LongestTitle } above } && char.IsLetter(above[^1])
        && ClauseReader.Read(above) is [{ Verb.Verb: "", Subjects.Count: 0, Phrases.Count: 0, Objects: [{ IsPronoun: false, Determiner: Determiner.None, Of: null, Owner: null, Remark: null } title] }]
        && Keepers.IsOne(title) is false && (title.Plural || !AttributeWords.IsOne(title)) ? title : null;
}
