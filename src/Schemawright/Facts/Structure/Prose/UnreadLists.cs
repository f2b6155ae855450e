using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>Marks sentences that list data from which nothing was read, so that they are asked about and never passed over.</summary>
internal static class UnreadLists
{
    public static void Classify(Notes notes, FactCollector facts, Func<Listed, bool> speaksOfData)
    {
        var read = facts.Facts.Where(fact => fact is EntityFact or AttributeFact or RelationshipFact or KeyFact).Select(fact => fact.Source).ToHashSet();
        foreach (var list in notes.Lists.Where(list => !read.Contains(list.Passage.Span) && list.Items.Count > 1 && list.Items.Any(AttributeWords.IsOne) && speaksOfData(list)))
        {
            facts.Classify(list.Passage.Span, StatementClass.Fact, $"lists what is kept of {list.Owner.Name}, but could not be placed");
        }
    }

    /// <summary>"Each X", "Xs": of every one, not of the one the text happens to speak of.</summary>
    public static bool IsGeneral(Listed list) => list.Owner.SpeaksOfEach || list.Owner.Plural || list.Manner is Manner.Information or Manner.Records;
}
