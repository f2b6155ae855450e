using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Reports;

/// <summary>Writes one finding as a result of a SARIF run.</summary>
internal sealed class SarifResult(Utf8JsonWriter json, FindingsReport report, Seq<DiagnosticKind> kinds, Seq<string> files)
{
    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    public void Write(Finding finding, string fingerprint)
    {
        json.WriteString("ruleId", finding.Kind.Code);
        json.WriteNumber("ruleIndex", kinds.ToList().IndexOf(finding.Kind));
        json.WriteString("level", Level(finding.Kind.Severity));
        json.Object("message", () => json.Words("text", Message(finding)));
        if (finding.Place is { } place)
        {
            json.Objects("locations", new[] { place }, Location);
        }

        Related(finding);
        json.Object("partialFingerprints", () => json.WriteString("schemawrightFinding/v1", fingerprint));
        if (report.Baseline is not null)
        {
            json.WriteString("baselineState", report.IsKnown(finding, fingerprint) ? "unchanged" : "new");
        }

        if (finding.Acknowledged is { } accepted)
        {
            json.Objects("suppressions", new[] { accepted }, suppression =>
            {
                json.WriteString("kind", "inSource");
                json.WriteString("status", "accepted");
                json.Words("justification", suppression.Reason);
                json.Object("location", () => Location(suppression.Place));
            });
        }

        if (finding.Question is { } question)
        {
            json.Object("properties", () => Properties(question));
        }
    }

    /// <summary>The other places of the documents, then the lines of SQL.</summary>
    private void Related(Finding finding)
    {
        var sql = report.Sql?.Of(finding) ?? [];
        if (finding.Related.Count + sql.Count == 0)
        {
            return;
        }

        var places = finding.Related.Select(other => (Place: (SourceSpan?)other, Sql: (SqlPlace?)null)).Concat(sql.Select(line => (Place: (SourceSpan?)null, Sql: (SqlPlace?)line)));
        json.Objects("relatedLocations", places.Select((other, index) => (other.Place, other.Sql, Id: index + 1)), other =>
        {
            json.WriteNumber("id", other.Id);
            json.Object("message", () => json.Words("text", other.Sql is null ? "Also here." : $"The SQL of {other.Sql.Name}."));
            if (other.Place is { } place)
            {
                Location(place);
            }
            else
            {
                SqlLocation(other.Sql!);
            }
        });
    }

    private void SqlLocation(SqlPlace place) => json.Object("physicalLocation", () =>
    {
        json.Object("artifactLocation", () => json.WriteString("uri", FindingsSarif.Encoded(place.File)));
        json.Object("region", () => json.WriteNumber("startLine", place.Line));
    });

    private static string Message(Finding finding)
    {
        var question = finding.Question;
        return question is null ? $"{finding.Message}\n{finding.WayOut}" : $"{finding.Message}\n{finding.WayOut} ({question.Id})\nMeanwhile: {question.Assumption}";
    }

    private void Location(SourceSpan place) => json.Object("physicalLocation", () =>
    {
        json.Object("artifactLocation", () =>
        {
            json.WriteString("uri", FindingsSarif.Uri(report, place.Document));
            if (files.ToList().IndexOf(place.Document) is >= 0 and var index)
            {
                json.WriteNumber("index", index);
            }
        });
        json.Object("region", () =>
        {
            json.WriteNumber("startLine", place.Line);
            json.WriteNumber("startColumn", place.Column);
            json.WriteNumber("endLine", place.EndLine);
            json.WriteNumber("endColumn", place.EndColumn + 1);
        });
    });

    private void Properties(Clarification question)
    {
        json.WriteString("question", question.Id);
        json.WriteString("reason", question.Reason.ToString().ToLowerInvariant());
        json.Array("alternatives", question.Alternatives);
        json.Words("assumption", question.Assumption);
    }
}
