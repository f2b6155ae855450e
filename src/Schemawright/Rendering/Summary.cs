using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Rendering;

/// <summary>The few figures a person wants after a run, without any markup.</summary>
/// <param name="Read">What was read: documents and statements.</param>
/// <param name="Modelled">What came of it: tables, columns, keys, checks.</param>
/// <param name="Rules">How many rules the database itself enforces.</param>
/// <param name="Coverage">How many statements met each fate.</param>
/// <param name="Questions">The most important open questions.</param>
/// <param name="OpenQuestions">How many there are in all.</param>
/// <param name="Next">Where to look, one hint a line.</param>
public sealed record Summary(
    string AppName, string Read, string Modelled, string Rules, string Coverage, Seq<SummaryQuestion> Questions, int OpenQuestions, Seq<string> Next)
{
    private const int MostQuestions = 3;

    public static Summary Of(Compilation compilation)
    {
        var questions = compilation.Clarifications;
        return new(
            compilation.Domain.AppName,
            $"{English.Count(compilation.Corpus.Documents.Count, "document")}, {English.Count(compilation.Ledger.Entries.Count, "statement")}",
            ModelledOf(compilation),
            RulesOf(compilation),
            CoverageOf(compilation),
            questions.Take(MostQuestions).Select(question => new SummaryQuestion(question.Id, question.Question, question.Assumption, question.Sources.Count > 0 ? question.Sources[0] : null)).ToSeq(),
            questions.Count,
            NextOf(questions.Count));
    }

    /// <summary>The summary as plain lines, for output that is not a terminal.</summary>
    public Seq<string> Lines() =>
    [
        AppName,
        $"read      {Read}",
        $"modelled  {Modelled}",
        $"rules     {Rules}",
        $"coverage  {Coverage}",
        .. Questions.Select(question => $"asks      {question.Id} {question.Question}"),
        .. Next.Select(hint => $"next      {hint}"),
    ];

    private static string ModelledOf(Compilation compilation)
    {
        var tables = compilation.Schema.Tables;
        return string.Join(", ",
            English.Count(tables.Count, "table"),
            English.Count(tables.Sum(table => table.Columns.Count), "column"),
            English.Count(tables.Sum(table => table.ForeignKeys.Count), "foreign key"),
            English.Count(tables.Sum(table => table.Checks.Count), "check"),
            English.Count(tables.Sum(table => table.Indexes.Count), "index", "indexes"),
            English.Count(compilation.Schema.Policies.Count, "policy", "policies"));
    }

    private static string RulesOf(Compilation compilation)
    {
        var enforced = compilation.Design.RuleOutcomes.Count(outcome => outcome.Fate == Fate.Enforced);
        return compilation.Domain.Rules.Count == 0
            ? "no rule beyond types, keys and references"
            : $"{English.Figure(enforced)} of {English.Count(compilation.Domain.Rules.Count, "rule")} enforced by the database";
    }

    private static string CoverageOf(Compilation compilation) => string.Join(", ", new[]
    {
        (Fate.Enforced, "enforced"),
        (Fate.Modelled, "modelled"),
        (Fate.AnsweredElsewhere, "answered elsewhere"),
        (Fate.Context, "context"),
        (Fate.Unclear, "unclear"),
    }.Select(fate => $"{English.Figure(compilation.Ledger.Count(fate.Item1))} {fate.Item2}"));

    private static Seq<string> NextOf(int questions) =>
    [
        "DATA_MODEL.md holds the model, coverage.md what became of every statement",
        .. questions == 0 ? [] : new[] { $"clarify shows {(questions == 1 ? "the question" : $"the {English.Figure(questions)} questions")} and what each answer would change; clarify --write prepares ANSWERS.md" },
        "prove tries every promise on a throw-away PostgreSQL",
    ];
}

/// <summary>An open question with the assumption taken meanwhile.</summary>
public sealed record SummaryQuestion(string Id, string Question, string Assumption, SourceSpan? Source);
