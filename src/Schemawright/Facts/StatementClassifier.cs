namespace Schemawright.Facts;

/// <summary>Gives every statement of the corpus one class.</summary>
internal static class StatementClassifier
{
    public static IEnumerable<ClassifiedStatement> Classify(FactCollector facts) =>
        facts.Corpus.Statements.Select(statement => new ClassifiedStatement(statement, StatementClass.Prose, "not read"));
}
