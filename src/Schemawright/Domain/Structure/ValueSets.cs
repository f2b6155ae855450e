using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>One place's list of the values an attribute may have.</summary>
internal sealed record ValueSet(Seq<string> Values, SourceSpan Source)
{
    public static ValueSet Of(Seq<string> written, SourceSpan source) => new(ValueSets.Normal(written), source);

    /// <summary>"the 3 values draft, sent, paid".</summary>
    public string Words(string noun) => $"the {Values.Count} {noun} {string.Join(", ", Values)}";
}

/// <summary>Brings lists of allowed values together: one spelling, one order, and what they disagree about.</summary>
internal static class ValueSets
{
    /// <summary><c>InReview</c>, <c>In Review</c> and <c>in_review</c> are one value; codes such as USD keep their capitals.</summary>
    public static Seq<string> Normal(Seq<string> written)
    {
        var codes = written.All(value => value.Length is 2 or 3 && value.All(char.IsAsciiLetterUpper));
        return written.Select(value => codes ? value : Normal(value)).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToSeq();
    }

    public static string Normal(string written)
    {
        var text = written.Trim().Trim('\'', '"', '`').Trim();
        var plain = text.All(character => char.IsLetterOrDigit(character) || character is ' ' or '_' or '-' or '/' or '&');
        return plain && text.Any(char.IsLetter) ? Naming.Snake(text) : text.ToLowerInvariant();
    }

    /// <summary>The values of the strongest list, joined with those of lists that share a value with it.</summary>
    /// <param name="sets">The strongest first.</param>
    /// <param name="isUsed">Says of a value whether the documents use it outside such lists.</param>
    public static Seq<string> Join(IReadOnlyList<ValueSet> sets, Func<string, bool> isUsed)
    {
        var joined = sets[0].Values.ToList();
        foreach (var set in sets.Skip(1))
        {
            var missing = set.Values.Except(joined, StringComparer.Ordinal).ToList();
            if (missing.Count < set.Values.Count || missing.TrueForAll(value => isUsed(value)))
            {
                joined = joined.TrueForAll(set.Values.Contains) ? [.. set.Values] : [.. joined, .. missing];
            }
        }

        return joined.ToSeq();
    }

    /// <summary>The lists that differ from each other, one of each kind, the strongest first.</summary>
    public static IReadOnlyList<ValueSet> Distinct(IEnumerable<ValueSet> sets)
    {
        var kept = new List<ValueSet>();
        foreach (var set in sets)
        {
            if (!kept.Exists(known => known.Values.Count == set.Values.Count && set.Values.All(known.Values.Contains)))
            {
                kept.Add(set);
            }
        }

        return kept;
    }
}
