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
        var caused = Caused(facts, domain, design, findings);
        return new(Enumerable.Range(0, statements.Count).Select(index => StatementFate.Decide(statements[index], caused[index])).ToSeq());
    }

    /// <summary>What leads back to each statement: elements, then facts said twice, then labels, then the questions about the rest.</summary>
    private static List<Consequence>[] Caused(FactBase facts, DomainModel domain, DataDesign design, Findings findings)
    {
        var statements = facts.Statements;
        var places = new StatementIndex(statements);
        var caused = Gather(places, statements.Count, Consequences(domain, design, findings.Clarifications));
        new StateBlocks(facts, places).Narrow(caused);
        var again = new ReadAgain(domain, design);
        foreach (var (index, consequence) in Placed(places, [.. again.Of(facts), .. facts.Statements.SelectMany(again.OfIndex), .. facts.Statements.SelectMany(again.OfStates)]).Where(pair => caused[pair.Index].TrueForAll(known => known.Strength == Strength.Asked)).ToArray())
        {
            caused[index].Add(consequence);
        }

        AskAboutTheRest(new(facts, domain, places), statements, caused, findings);

        // What is settled raises no new question because the old one is gone.
        var settled = findings.Settled.SelectMany(question => question.Sources.Select(source => new Consequence(source, Strength.Disposed, "", $"The authors answer {question.Id}.", Fate.AnsweredElsewhere)));
        foreach (var (index, consequence) in Placed(places, settled).Where(pair => caused[pair.Index].Count == 0).ToArray())
        {
            caused[index].Add(consequence);
        }

        var labels = new BlockLabels(facts);
        foreach (var index in Enumerable.Range(0, statements.Count).Where(index => caused[index].Count == 0 && StatementFate.NeedsAnAnswer(statements[index]) && labels.IsLabel(statements[index])))
        {
            caused[index].Add(new(statements[index].Statement.Span, Strength.Disposed, "", "It heads the lines below it, which say what is asked.", Fate.Context));
        }

        var open = Enumerable.Range(0, statements.Count)
            .Where(index => caused[index].Count == 0 && (StatementFate.NeedsAnAnswer(statements[index]) || StatementFate.IsQueryInWords(statements[index]) && again.Names(statements[index].Statement.Text)))
            .ToArray();
        foreach (var (index, question) in UnreadStatements.Ask(statements, open, UnknownEntities(facts, places, again), findings))
        {
            caused[index].Add(findings.IsSettled(question)
                ? new(statements[index].Statement.Span, Strength.Disposed, "", $"The author answered {question}: what else the database should hold stands in the answers.", Fate.AnsweredElsewhere)
                : new(statements[index].Statement.Span, Strength.Asked, $"question {question}"));
        }

        return caused;
    }

    /// <summary>A statement of which only a part is kept is not done: what else it demands is asked.</summary>
    private static void AskAboutTheRest(HalfCarried half, Seq<ClassifiedStatement> statements, List<Consequence>[] caused, Findings findings)
    {
        for (var index = 0; index < statements.Count; index++)
        {
            if (half.Missing(index, statements[index], caused[index]) is not { } lost)
            {
                continue;
            }

            var question = HalfCarried.Question(statements[index].Statement, lost, caused[index]);
            findings.Ask(question);
            if (!findings.IsSettled(question.Id))
            {
                caused[index] = [new(statements[index].Statement.Span, Strength.Asked, $"question {question.Id}", $"{HalfCarried.Partly}: nothing holds “{lost}”."), .. caused[index].Select(consequence => consequence with { Strength = Strength.Asked })];
            }
        }
    }

    private static IEnumerable<Consequence> Consequences(DomainModel domain, DataDesign design, Seq<Clarification> questions) =>
    [
        .. design.Tables.SelectMany(TableConsequences.Of),
        .. PlanConsequences.Of(domain, design),
        .. DomainConsequences.Of(domain, design),
        .. domain.Dispositions.Where(known => !known.Presumed).Select(known => new Consequence(known.Source, Strength.Disposed, "", known.Reason, known.Fate)),
        .. questions.SelectMany(question => question.Sources.Select(source => new Consequence(source, Strength.Asked, $"question {question.Id}", question.Question))),
    ];

    private static List<Consequence>[] Gather(StatementIndex places, int count, IEnumerable<Consequence> consequences)
    {
        var caused = Enumerable.Range(0, count).Select(_ => new List<Consequence>()).ToArray();
        foreach (var (index, consequence) in Placed(places, consequences))
        {
            caused[index].Add(consequence);
        }

        return caused;
    }

    private static IEnumerable<(int Index, Consequence Consequence)> Placed(StatementIndex places, IEnumerable<Consequence> consequences) =>
        consequences.SelectMany(consequence => places.Touched(consequence.Source).Select(index => (index, consequence)));

    /// <summary>The statements that describe something the model does not hold, with its name as written.</summary>
    private static Dictionary<int, string> UnknownEntities(FactBase facts, StatementIndex places, ReadAgain again)
    {
        var unknown = new Dictionary<int, string>();
        IEnumerable<(string? Entity, SourceSpan Source)> described =
        [
            .. facts.Entities.Select(fact => (again.Unknown(fact.Name), fact.Source)),
            .. facts.Attributes.Select(fact => (again.Unknown(fact.Entity), fact.Source)),
        ];
        foreach (var (entity, source) in described.Where(pair => pair.Entity is not null))
        {
            foreach (var index in places.Touched(source))
            {
                unknown.TryAdd(index, entity!);
            }
        }

        return unknown;
    }
}
