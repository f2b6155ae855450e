using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports;

/// <summary>Findings as SARIF 2.1.0, the format in which code scanning services and editors take them.</summary>
public static class FindingsSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Write(FindingsReport report)
    {
        var kinds = report.Findings.Select(finding => finding.Kind).Distinct().OrderBy(kind => kind.Code, StringComparer.Ordinal).ToSeq();
        var files = report.Documents.Select(document => document.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToSeq();
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.Objects("runs", new[] { report }, _ =>
            {
                json.Object("tool", () => json.Object("driver", () => Driver(json, report.Version, kinds)));
                json.WriteString("columnKind", "utf16CodeUnits");
                json.Objects("artifacts", files, file => Artifact(json, report, file));
                json.Objects("results", report.Findings.Zip(report.Fingerprints()), pair => new SarifResult(json, report, kinds, files).Write(pair.First, pair.Second));
            });
            json.WriteEndObject();
        });
    }

    private static void Driver(Utf8JsonWriter json, string version, Seq<DiagnosticKind> kinds)
    {
        json.WriteString("name", "Schemawright");
        json.WriteString("semanticVersion", version);
        json.Objects("rules", kinds, kind =>
        {
            json.WriteString("id", kind.Code);
            json.Object("shortDescription", () => json.WriteString("text", kind.Title));
            json.Object("fullDescription", () => json.WriteString("text", kind.Why));
            json.Object("help", () =>
            {
                json.WriteString("text", $"{kind.Title}. {kind.Why} See docs/diagnostics/{kind.Code}.md.");
                json.WriteString("markdown", $"**{kind.Title}.** {kind.Why} See `docs/diagnostics/{kind.Code}.md`.");
            });
            json.WriteString("helpUri", $"urn:schemawright:diagnostics:{kind.Code}");
            json.Object("defaultConfiguration", () => json.WriteString("level", SarifResult.Level(kind.Severity)));
        });
    }

    private static void Artifact(Utf8JsonWriter json, FindingsReport report, string file)
    {
        json.Object("location", () => json.WriteString("uri", Uri(report, file)));
        json.WriteString("encoding", "UTF-8");
    }

    /// <summary>A relative reference for a relative folder, a file URI for an absolute one; each part of the path encoded.</summary>
    internal static string Uri(FindingsReport report, string file) => Encoded(report.Folder + file);

    internal static string Encoded(string path)
    {
        var encoded = string.Join('/', path.Split('/').Select(part => System.Uri.EscapeDataString(Printable.Of(part))));
        return path.StartsWith('/') ? "file://" + encoded : encoded;
    }
}
