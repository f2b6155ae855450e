using System.Globalization;
using System.Text;
using Schemawright.Proof.Mutation;

namespace Schemawright.Proof.Ledger;

/// <summary>A proof as people read it.</summary>
internal static class ProofMarkdown
{
    private const int FewSubjects = 40;

    public static string Write(ProofReport report)
    {
        var text = new StringBuilder();
        text.Append("# Proof: ").Append(Cell(report.AppName)).Append("\n\n");
        text.Append(report.Holds ? "Every promise of the data model held on " : "Not every promise of the data model was shown to hold on ").Append(report.Server).Append(".\n\n");
        text.Append("| Claim | Verdict | Attempts | |\n|---|---|---|---|\n");
        foreach (var obligation in report.Obligations)
        {
            text.Append($"| {obligation.Name}: {Cell(obligation.Claim)} | {Words(obligation.Verdict)} | {obligation.Vectors.Count} | {Cell(obligation.Reason)} |\n");
        }

        if (report.Mutation is { } mutation)
        {
            Write(text, mutation);
        }

        foreach (var obligation in report.Obligations)
        {
            Write(text, obligation);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, MutationReport mutation)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## Defects built in: {mutation.Score} % noticed\n\n{mutation.Noticed} of {mutation.Made} defects, each built into a copy of the database alone, were noticed by a vector; the comparison with the catalogue does not count.\n");
        text.Append("\n| Kind | Built in | Noticed |\n|---|---|---|\n");
        foreach (var kind in mutation.Mutants.Where(mutant => mutant.Fate != MutantFate.NotMade).GroupBy(mutant => mutant.Kind, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {kind.Count()} | {kind.Count(mutant => mutant.Fate == MutantFate.Noticed)} |\n");
        }

        var others = mutation.Mutants.Where(mutant => mutant.Fate != MutantFate.Noticed).ToArray();
        if (others.Length > 0)
        {
            text.Append("\n| Not noticed | Defect | Why |\n|---|---|---|\n");
        }

        foreach (var mutant in others)
        {
            var why = mutant.Fate == MutantFate.NotMade ? $"cannot be built in: {mutant.Words}" : mutant.Words.Length > 0 ? mutant.Words : "**no vector tries this**";
            text.Append($"| {mutant.Kind} {Cell(mutant.Object)} | {Cell(mutant.What)} | {(mutant.Words.Length > 0 ? Cell(why) : why)} |\n");
        }
    }

    private static void Write(StringBuilder text, ObligationResult obligation)
    {
        text.Append($"\n## {obligation.Name}: {Words(obligation.Verdict)}\n\n{Sentence(obligation.Claim)}\n");
        if (obligation.Vectors.Count == 0)
        {
            text.Append($"\n{Sentence(obligation.Reason)}\n");
            return;
        }

        WriteOpen(text, [.. obligation.Vectors.Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify)]);
        WriteShown(text, [.. obligation.Vectors.Where(vector => vector.Verdict is Verdict.Proved or Verdict.NotApplicable)]);
    }

    /// <summary>What needs attention stands first, with what was expected.</summary>
    private static void WriteOpen(StringBuilder text, ProofVector[] vectors)
    {
        if (vectors.Length == 0)
        {
            return;
        }

        text.Append("\n| Subject | Attempt | Expected | Answer | Verdict | Source |\n|---|---|---|---|---|---|\n");
        foreach (var vector in vectors)
        {
            text.Append($"| {Cell(vector.Subject)} | {Cell(vector.Attempt)} | {Cell(vector.Expected)} | {Cell(vector.Answer)} | {Words(vector.Verdict)} | {Cell(vector.Source)} |\n");
        }
    }

    /// <summary>What was answered as expected; many subjects with one attempt and one answer share a line (proof.json has each).</summary>
    private static void WriteShown(StringBuilder text, ProofVector[] vectors)
    {
        if (vectors.Length == 0)
        {
            return;
        }

        text.Append("\n| Subject | Attempt | Answer, as expected | Source |\n|---|---|---|---|\n");
        foreach (var group in vectors.GroupBy(vector => (vector.Attempt, vector.Answer)))
        {
            if (group.Count() > FewSubjects)
            {
                text.Append($"| {group.Count()} subjects, from {Cell(group.First().Subject)} to {Cell(group.Last().Subject)} | {Cell(group.Key.Attempt)} | {Cell(group.Key.Answer)} | |\n");
                continue;
            }

            foreach (var vector in group)
            {
                text.Append($"| {Cell(vector.Subject)} | {Cell(vector.Attempt)} | {Cell(vector.Answer)} | {Cell(vector.Source)} |\n");
            }
        }
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "proved",
        Verdict.Refuted => "**refuted**",
        Verdict.CouldNotVerify => "**could not verify**",
        Verdict.NotApplicable => "not applicable",
        _ => throw new InvalidOperationException($"unknown verdict {verdict}"),
    };

    private static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.') + ".";

    /// <summary>One line that cannot break out of its cell or become markup.</summary>
    private static string Cell(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            text.Append(character switch
            {
                '\n' or '\r' or '\t' => " ",
                '|' or '*' or '_' or '`' or '[' or ']' or '\\' => "\\" + character,
                '<' => "&lt;",
                '&' => "&amp;",
                _ => character.ToString(),
            });
        }

        return text.ToString();
    }
}
