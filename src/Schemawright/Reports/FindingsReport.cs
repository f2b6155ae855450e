using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Reports;

/// <summary>The findings of one run with what the formats need to show them.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Folder">Where the documents lie, with forward slashes and a slash at the end; empty for the working directory.</param>
/// <param name="Version">The compiler's version.</param>
public sealed record FindingsReport(string Product, string Folder, string Version, Seq<InputDocument> Documents, Seq<Finding> Findings)
{
    public int Count(Severity severity) => Findings.Count(finding => finding.Kind.Severity == severity);

    /// <summary>
    /// An identity for each finding that survives changes elsewhere in the documents; two findings that say the same get numbers.
    /// </summary>
    public Seq<string> Fingerprints()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return Findings.Select(Numbered).ToSeq();

        string Numbered(Finding finding)
        {
            var print = Fingerprint(finding);
            var times = seen[print] = seen.GetValueOrDefault(print) + 1;
            return times == 1 ? print : $"{print}-{times}";
        }
    }

    /// <summary>FNV-1a over 64 bits: stable across runs and machines, unlike string.GetHashCode.</summary>
    private static string Fingerprint(Finding finding)
    {
        var hash = 14695981039346656037ul;
        foreach (var character in $"{finding.Kind.Code}\u001f{finding.Place?.Document}\u001f{finding.Key}")
        {
            hash = (hash ^ character) * 1099511628211ul;
        }

        return $"{finding.Kind.Code}-{hash:x16}";
    }
}
