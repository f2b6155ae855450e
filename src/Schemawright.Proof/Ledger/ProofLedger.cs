using System.Security.Cryptography;
using System.Text;
using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Documents;

namespace Schemawright.Proof.Ledger;

/// <summary>A sentence of the documents, and the hash of its words, by which a later proof sees that it was changed.</summary>
/// <param name="Hash">SHA-256 in lower-case hexadecimal.</param>
public sealed record ProvedSentence(string Document, int Line, string Hash);

/// <summary>Leads from a vector back to the sentence and the rule it tries.</summary>
/// <param name="compilation">Null: nothing is known of where the promises came from.</param>
public sealed class ProofLedger(Compilation? compilation)
{
    private readonly ILookup<(string, int), LedgerEntry> _entries = (compilation?.Ledger.Entries ?? []).ToLookup(entry => (entry.Source.Document, entry.Source.Line));

    private readonly Dictionary<(string, int), Block> _blocks = (compilation?.Corpus.Documents ?? []).SelectMany(document => document.Blocks)
        .DistinctBy(block => (block.Span.Document, block.Span.Line)).ToDictionary(block => (block.Span.Document, block.Span.Line));

    private readonly Dictionary<string, string> _rules = (compilation?.Design.RuleOutcomes ?? [])
        .Where(outcome => outcome is { Table: not null, ObjectName: not null })
        .GroupBy(outcome => $"{outcome.Table}.{outcome.ObjectName}", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().RuleId, StringComparer.Ordinal);

    /// <param name="source">Places joined by commas, or a decision: that one has no sentence.</param>
    public Seq<ProvedSentence> SentencesOf(string source) =>
    [
        .. from place in source.Split(", ")
           let colon = place.LastIndexOf(':')
           where colon > 0 && int.TryParse(place.AsSpan(colon + 1), out _)
           let key = (place[..colon], int.Parse(place.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture))
           let words = WordsAt(key.Item1, key.Item2)
           where words.Length > 0
           select new ProvedSentence(key.Item1, key.Item2, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))),
    ];

    /// <summary>The rule an object carries; null when it carries none.</summary>
    public string? RuleOf(string subject) => _rules.GetValueOrDefault(subject);

    /// <summary>The statements of the line; a heading's own words, and all that a block of code says, where its first line is named.</summary>
    private string WordsAt(string document, int line)
    {
        var entries = _entries[(document, line)];
        if (!entries.Any() && _blocks.GetValueOrDefault((document, line)) is { } block)
        {
            return block is HeadingBlock heading ? heading.Text : Joined(Enumerable.Range(block.Span.Line, Math.Max(0, block.Span.EndLine - block.Span.Line + 1)).SelectMany(inside => _entries[(document, inside)]));
        }

        return Joined(entries);
    }

    private static string Joined(IEnumerable<LedgerEntry> entries) => string.Join('\n', entries.Select(entry => entry.Words));
}
