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
    /// <summary>What was known before; null when nothing is compared.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Where the objects stand that a finding concerns; null where no SQL was written.</summary>
    public SqlPlaces? Sql { get; init; }

    /// <summary>What counts: neither acknowledged nor known before.</summary>
    public int Count(Severity severity) => New().Count(finding => finding.Kind.Severity == severity);

    public int Acknowledged => Findings.Count(finding => finding.Acknowledged is not null);

    public int Known => Findings.Count - Acknowledged - New().Count();

    /// <summary>How many findings of the baseline occur no more.</summary>
    public int Gone => Baseline is null ? 0 : Baseline.Fingerprints.Except(Fingerprints(), StringComparer.Ordinal).Count();

    public IEnumerable<Finding> New() =>
        Findings.Zip(Fingerprints()).Where(pair => pair.First.Acknowledged is null && !IsKnown(pair.First, pair.Second)).Select(pair => pair.First);

    /// <summary>Whether a finding stood in the baseline.</summary>
    public bool IsKnown(Finding finding, string fingerprint) => Reports.Baseline.IsKept(finding) && Baseline?.Holds(fingerprint) == true;

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
