using Schemawright.Facts.Classification;

namespace Schemawright.Facts;

/// <summary>Gives every statement of the corpus one class: what was read from it, else its place, else its words.</summary>
internal static class StatementClassifier
{
    public static IEnumerable<ClassifiedStatement> Classify(FactCollector facts)
    {
        var index = new ClassIndex();
        foreach (var (span, @class, reason) in facts.Classes)
        {
            index.Add(span, @class, reason, firm: false);
        }

        foreach (var fact in facts.Facts)
        {
            var (@class, reason) = FactClasses.Of(fact);
            index.Add(fact.Source, @class, reason, firm: true);
        }

        var places = new PlaceClasses();
        foreach (var statement in facts.Corpus.Statements)
        {
            var (@class, reason) = index.Find(statement) is { } said ? (said.Class, said.Reason) : places.Of(statement);
            yield return new(statement, @class, reason);
        }
    }
}
