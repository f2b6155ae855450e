using Schemawright.Documents;
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

        var places = new PlaceClasses(facts);
        foreach (var statement in facts.Corpus.Statements)
        {
            var said = index.Find(statement);
            if (said is null or { Firm: false, Class: StatementClass.Technology } && places.Duty(statement) is { } duty)
            {
                yield return new(statement, StatementClass.Rule, "demands something of the whole product") { Elsewhere = duty };
                continue;
            }

            var (@class, reason) = said is null ? places.Of(statement) : Announces(statement, said) ? (StatementClass.Prose, "a label or comment; its meaning is in the lines it stands with") : (said.Class, said.Reason);
            yield return new(statement, @class, reason);
        }
    }

    /// <summary>A bare label or a comment inside something read as a whole states nothing by itself.</summary>
    private static bool Announces(Statement statement, ClassIndex.Entry said) =>
        statement.Form == StatementForm.CodeLine && said.Span.EndLine > said.Span.Line && !said.Reason.StartsWith("states the states", StringComparison.Ordinal) && said.Class is StatementClass.Fact or StatementClass.Rule
        && (statement.Text.EndsWith(':') || statement.Text.StartsWith("--", StringComparison.Ordinal) || statement.Text.StartsWith("//", StringComparison.Ordinal) || statement.Text.StartsWith('#'));
}
