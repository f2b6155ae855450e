using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>Follows every statement of the input to what it caused.</summary>
public static class LedgerBuilder
{
    public static CoverageLedger Build(FactBase facts, DomainModel domain, DataDesign design, Findings findings)
    {
        var statements = facts.Statements;
        var caused = Gather(statements, [.. Consequences(domain, design, findings.Clarifications)]);
        var open = Enumerable.Range(0, statements.Count)
            .Where(index => caused[index].Count == 0 && StatementFate.NeedsAnAnswer(statements[index]))
            .ToArray();
        foreach (var (index, question) in UnreadStatements.Ask(statements, open, findings))
        {
            caused[index].Add(new Consequence(statements[index].Statement.Span, Strength.Asked, $"question {question}"));
        }

        return new(Enumerable.Range(0, statements.Count).Select(index => StatementFate.Decide(statements[index], caused[index])).ToSeq());
    }

    private static IEnumerable<Consequence> Consequences(DomainModel domain, DataDesign design, Seq<Clarification> questions) =>
    [
        .. design.Tables.SelectMany(TableConsequences.Of),
        .. PlanConsequences.Of(domain, design),
        .. DomainConsequences.Of(domain, design),
        .. domain.Dispositions.Select(known => new Consequence(known.Source, Strength.Disposed, "", known.Reason, known.Fate)),
        .. questions.SelectMany(question => question.Sources.Select(source => new Consequence(source, Strength.Asked, $"question {question.Id}", question.Question))),
    ];

    private static List<Consequence>[] Gather(Seq<ClassifiedStatement> statements, IReadOnlyList<Consequence> consequences)
    {
        var places = new StatementIndex(statements);
        var caused = Enumerable.Range(0, statements.Count).Select(_ => new List<Consequence>()).ToArray();
        foreach (var consequence in consequences)
        {
            foreach (var index in places.Touched(consequence.Source))
            {
                caused[index].Add(consequence);
            }
        }

        return caused;
    }
}
