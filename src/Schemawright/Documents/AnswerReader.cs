using System.Text.RegularExpressions;
using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Reads the answers to the questions of earlier runs: lines that begin with a question's id.</summary>
internal static class AnswerReader
{
    private static readonly Regex Line = new(
        @"^[\s>|*\-+`]*(?:\d+\.\s*)?[*`]*(?<id>Q-[0-9A-Fa-f]{6})[*`]*\s*[:=|\-–—]\s*(?<answer>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private const int LongestLine = 2000;

    public static IEnumerable<Answer> Read(Corpus corpus) =>
        corpus.Documents.Where(document => document.Kind == DocumentKind.Answers).SelectMany(Read);

    /// <summary>
    /// The same text, line for line, in which an answer that is a sentence of its own stands as one and any other answer is
    /// blank: sentences are read like those of any document, while "yes" and "2" mean something beside their question only.
    /// </summary>
    public static string AsStatements(string text)
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var match = lines[index].Length < LongestLine ? Line.Match(lines[index].TrimEnd('\r')) : Match.Empty;
            if (match.Success)
            {
                var answer = match.Groups["answer"].Value.Trim().TrimEnd('|').Trim();
                lines[index] = IsSentence(answer) ? answer.TrimEnd('.') + "." : "";
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Four words or more that begin neither with "yes" or "no" nor with a small letter's fragment such as "may be empty".</summary>
    private static bool IsSentence(string answer)
    {
        var words = answer.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length == 0 ? "" : words[0].TrimEnd(',', ':', '.', ';').ToLowerInvariant();
        return words.Length >= 4 && first is not ("yes" or "no" or "may" or "one" or "many" or "all" or "from" or "it") && !answer.EndsWith(')');
    }

    private static IEnumerable<Answer> Read(ProductDocument document)
    {
        for (var index = 0; index < document.Lines.Count; index++)
        {
            var line = document.Lines[index];
            var match = line.Length < LongestLine ? Line.Match(line) : Match.Empty;
            var answer = match.Groups["answer"].Value.Trim().TrimEnd('|').Trim();
            // A line prepared for an answer and left open is none.
            if (answer.Length > 0)
            {
                yield return new(match.Groups["id"].Value.ToUpperInvariant(), answer, SourceSpan.OfLine(document.Name, index + 1, line.Length));
            }
        }
    }
}
