using System.Text.RegularExpressions;
using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Reads the answers to the questions of earlier runs: lines that begin with a question's id.</summary>
internal static class AnswerReader
{
    private static readonly Regex Line = new(
        @"^[\s>|*\-+`]*(?:\d+\.\s*)?[*`]*(?<id>Q-[0-9A-Fa-f]{6})[*`]*\s*[:=|\-–—]\s*(?<answer>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static IEnumerable<Answer> Read(Corpus corpus) =>
        corpus.Documents.Where(document => document.Kind == DocumentKind.Answers).SelectMany(Read);

    private static IEnumerable<Answer> Read(ProductDocument document)
    {
        for (var index = 0; index < document.Lines.Count; index++)
        {
            var line = document.Lines[index];
            var match = line.Length < 2000 ? Line.Match(line) : Match.Empty;
            if (match.Success)
            {
                yield return new(match.Groups["id"].Value.ToUpperInvariant(), match.Groups["answer"].Value.Trim().TrimEnd('|').Trim(), SourceSpan.OfLine(document.Name, index + 1, line.Length));
            }
        }
    }
}
