using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports;

/// <summary>The findings a product had when the baseline was written, by their fingerprints: only new ones count against it.</summary>
public sealed record Baseline(Seq<string> Fingerprints)
{
    private readonly HashSet<string> _known = Fingerprints.ToHashSet(StringComparer.Ordinal);

    /// <summary>What the file says of itself.</summary>
    public const string Format = "schemawright/baseline/v1";

    private static readonly DiagnosticKind Unusable = new(
        "SW6022", Severity.Error, "The baseline cannot be used",
        "{0} is no baseline: {1}",
        "Without it every known finding would count as new.",
        "write it anew with check --write-baseline");

    /// <summary>The findings of a run that nobody acknowledged, with words that let people see what they accept.</summary>
    public static string Write(FindingsReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Format);
        json.Words("product", report.Product);
        json.Objects("findings", report.Findings.Zip(report.Fingerprints()).Where(pair => IsKept(pair.First)).OrderBy(pair => pair.Second, StringComparer.Ordinal), pair =>
        {
            json.WriteString("fingerprint", pair.Second);
            json.WriteString("document", pair.First.Place?.Document ?? "");
            json.Words("message", pair.First.Message);
        });
        json.WriteEndObject();
    });

    public bool Holds(string fingerprint) => _known.Contains(fingerprint);

    /// <summary>Whether a baseline keeps it: an error stops the run whatever is known, and what is acknowledged has its reason.</summary>
    public static bool IsKept(Finding finding) => finding.Acknowledged is null && finding.Kind.Severity != Severity.Error;

    /// <param name="name">How the user named the file.</param>
    public static Baseline? Read(string text, string name, Findings findings)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.String && schema.ValueEquals(Format) && root.TryGetProperty("findings", out var list) && list.ValueKind == JsonValueKind.Array)
            {
                return new(list.EnumerateArray().Select(Fingerprint).Where(print => print.Length > 0).ToSeq());
            }

            findings.Report(Unusable, null, name, $"it does not say schema {Format}");
        }
        catch (JsonException error)
        {
            findings.Report(Unusable, null, name, error.Message.Split('\n')[0].TrimEnd('.', '\r'));
        }

        return null;
    }

    private static string Fingerprint(JsonElement finding) =>
        finding.ValueKind == JsonValueKind.Object && finding.TryGetProperty("fingerprint", out var print) && print.ValueKind == JsonValueKind.String ? print.GetString()! : "";
}
