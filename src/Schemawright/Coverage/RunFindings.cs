using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Coverage;

/// <summary>Everything a run has to say, in one list, ordered by document and line, what concerns the whole at the end.</summary>
public static class RunFindings
{
    private const string QuestionMark = "question ";

    /// <param name="ledger">Null when the input was not compiled.</param>
    public static Seq<Finding> Of(Seq<Diagnostic> diagnostics, Seq<Clarification> questions, CoverageLedger? ledger)
    {
        var asked = questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var unclear = Unclear(ledger, asked).ToArray();
        var shown = unclear.Select(finding => finding.Question?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return diagnostics.Select(Finding.Of)
            .Concat(questions.Where(question => !shown.Contains(question.Id)).Select(Finding.Of))
            .Concat(unclear)
            .OrderBy(finding => finding.Place is null).ThenBy(finding => finding.Place).ThenBy(finding => finding.Kind.Code, StringComparer.Ordinal).ThenBy(finding => finding.Key, StringComparer.Ordinal)
            .ToSeq();
    }

    /// <summary>Each unclear statement at its own place; where a choice rather than the reading is open, the question stands for it.</summary>
    private static IEnumerable<Finding> Unclear(CoverageLedger? ledger, Dictionary<string, Clarification> asked)
    {
        var kind = QuestionKinds.Of(ClarificationReason.Unclear);
        foreach (var entry in ledger?.Entries.Where(entry => entry.Fate == Fate.Unclear) ?? [])
        {
            var question = QuestionOf(entry, asked);
            if (question is null or { Reason: ClarificationReason.Unclear })
            {
                yield return new(kind, entry.Source, Message(entry, question), kind.WayOut, entry.Words, [], question);
            }
        }
    }

    private static Clarification? QuestionOf(LedgerEntry entry, Dictionary<string, Clarification> asked) =>
        entry.Caused.Where(element => element.StartsWith(QuestionMark, StringComparison.Ordinal))
            .Select(element => asked.GetValueOrDefault(element[QuestionMark.Length..])).FirstOrDefault(question => question is not null);

    private static string Message(LedgerEntry entry, Clarification? question)
    {
        if (question is not null && string.Equals(entry.Reason, question.Question, StringComparison.Ordinal))
        {
            return entry.Reason;
        }

        var reason = entry.Reason.TrimEnd('.');
        return reason.Length == 0 ? "this statement is unclear" : $"this statement is unclear: {char.ToLowerInvariant(reason[0])}{reason[1..]}";
    }
}
