using System.Text.Json;
using Schemawright.Diagnostics;

namespace Schemawright.Reports;

/// <summary>Findings for other programs, as docs/findings.schema.json describes them.</summary>
public static class FindingsJson
{
    public static string Write(FindingsReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/findings/v1");
        json.Words("product", report.Product);
        json.Object("summary", () =>
        {
            json.WriteNumber("documents", report.Documents.Count);
            json.WriteNumber("errors", report.Count(Severity.Error));
            json.WriteNumber("warnings", report.Count(Severity.Warning));
            json.WriteNumber("notes", report.Count(Severity.Info));
            json.WriteNumber("acknowledged", report.Acknowledged);
            if (report.Baseline is not null)
            {
                json.WriteNumber("known", report.Known);
                json.WriteNumber("gone", report.Gone);
            }
        });
        json.Objects("findings", report.Findings.Zip(report.Fingerprints()), pair => Write(json, report, pair.First, pair.Second));
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, FindingsReport report, Finding finding, string fingerprint)
    {
        json.WriteString("code", finding.Kind.Code);
        json.WriteString("severity", FindingsText.WordOf(finding.Kind.Severity));
        json.WriteString("title", finding.Kind.Title);
        json.Words("message", finding.Message);
        json.WriteString("why", finding.Kind.Why);
        json.Words("wayOut", finding.WayOut);
        json.WriteString("fingerprint", fingerprint);
        if (finding.Place is { } place)
        {
            json.Object("place", () => json.Place(place));
        }

        json.Objects("related", finding.Related, json.Place);
        if (report.Sql is { } sql)
        {
            json.Objects("sql", sql.Of(finding), place =>
            {
                json.Words("file", place.File);
                json.WriteNumber("line", place.Line);
                json.Words("object", place.Name);
            });
        }

        if (report.Baseline is not null)
        {
            json.WriteBoolean("known", report.IsKnown(finding, fingerprint));
        }

        if (finding.Acknowledged is { } accepted)
        {
            json.Object("acknowledged", () => Write(json, accepted));
        }

        if (finding.Question is { } question)
        {
            json.Object("question", () => Write(json, question));
        }
    }

    private static void Write(Utf8JsonWriter json, Acknowledgement accepted)
    {
        json.Words("reason", accepted.Reason);
        json.Object("place", () => json.Place(accepted.Place));
    }

    private static void Write(Utf8JsonWriter json, Clarification question)
    {
        json.WriteString("id", question.Id);
        json.WriteString("reason", question.Reason.ToString().ToLowerInvariant());
        json.Words("question", question.Question);
        json.Array("alternatives", question.Alternatives);
        json.Words("assumption", question.Assumption);
        json.Array("affects", question.Affects);
    }
}
