using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schemawright.Collections;
using Schemawright.Rendering;

namespace Schemawright.Proof;

/// <summary>A proof as people and programs read it; without times, so that the same answers give the same bytes.</summary>
public static class ProofDocuments
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int FewSubjects = 40;

    public static Seq<Artifact> Render(ProofReport report) => [new("proof.md", Markdown(report)), new("proof.json", Json(report))];

    private static string Markdown(ProofReport report)
    {
        var text = new StringBuilder();
        text.Append("# Proof: ").Append(Cell(report.AppName)).Append("\n\n");
        text.Append(report.Holds ? "Every promise of the data model held on " : "Not every promise of the data model was shown to hold on ").Append(report.Server).Append(".\n\n");
        text.Append("| Claim | Verdict | Attempts | |\n|---|---|---|---|\n");
        foreach (var obligation in report.Obligations)
        {
            text.Append($"| {obligation.Name}: {Cell(obligation.Claim)} | {Words(obligation.Verdict)} | {obligation.Vectors.Count} | {Cell(obligation.Reason)} |\n");
        }

        foreach (var obligation in report.Obligations)
        {
            Write(text, obligation);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ObligationResult obligation)
    {
        text.Append($"\n## {obligation.Name}: {Words(obligation.Verdict)}\n\n{Sentence(obligation.Claim)}\n");
        if (obligation.Vectors.Count == 0)
        {
            text.Append($"\n{Sentence(obligation.Reason)}\n");
            return;
        }

        WriteOpen(text, [.. obligation.Vectors.Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify)]);
        WriteShown(text, [.. obligation.Vectors.Where(vector => vector.Verdict is Verdict.Proved or Verdict.NotApplicable)]);
    }

    /// <summary>What needs attention stands first, with what was expected.</summary>
    private static void WriteOpen(StringBuilder text, ProofVector[] vectors)
    {
        if (vectors.Length == 0)
        {
            return;
        }

        text.Append("\n| Subject | Attempt | Expected | Answer | Verdict | Source |\n|---|---|---|---|---|---|\n");
        foreach (var vector in vectors)
        {
            text.Append($"| {Cell(vector.Subject)} | {Cell(vector.Attempt)} | {Cell(vector.Expected)} | {Cell(vector.Answer)} | {Words(vector.Verdict)} | {Cell(vector.Source)} |\n");
        }
    }

    /// <summary>What was answered as expected; many subjects with one attempt and one answer share a line (proof.json has each).</summary>
    private static void WriteShown(StringBuilder text, ProofVector[] vectors)
    {
        if (vectors.Length == 0)
        {
            return;
        }

        text.Append("\n| Subject | Attempt | Answer, as expected | Source |\n|---|---|---|---|\n");
        foreach (var group in vectors.GroupBy(vector => (vector.Attempt, vector.Answer)))
        {
            if (group.Count() > FewSubjects)
            {
                text.Append($"| {group.Count()} subjects, from {Cell(group.First().Subject)} to {Cell(group.Last().Subject)} | {Cell(group.Key.Attempt)} | {Cell(group.Key.Answer)} | |\n");
                continue;
            }

            foreach (var vector in group)
            {
                text.Append($"| {Cell(vector.Subject)} | {Cell(vector.Attempt)} | {Cell(vector.Answer)} | {Cell(vector.Source)} |\n");
            }
        }
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "proved",
        Verdict.Refuted => "**refuted**",
        Verdict.CouldNotVerify => "**could not verify**",
        Verdict.NotApplicable => "not applicable",
        _ => throw new InvalidOperationException($"unknown verdict {verdict}"),
    };

    private static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.') + ".";

    /// <summary>One line that cannot break out of its cell or become markup.</summary>
    private static string Cell(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            text.Append(character switch
            {
                '\n' or '\r' or '\t' => " ",
                '|' or '*' or '_' or '`' or '[' or ']' or '\\' => "\\" + character,
                '<' => "&lt;",
                '&' => "&amp;",
                _ => character.ToString(),
            });
        }

        return text.ToString();
    }

    private static string Json(ProofReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("app", report.AppName);
            json.WriteString("server", report.Server);
            json.WriteBoolean("holds", report.Holds);
            json.WriteStartArray("obligations");
            foreach (var obligation in report.Obligations)
            {
                Write(json, obligation);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ObligationResult obligation)
    {
        json.WriteStartObject();
        json.WriteString("name", obligation.Name);
        json.WriteString("claim", obligation.Claim);
        json.WriteString("verdict", Camel(obligation.Verdict));
        json.WriteString("reason", obligation.Reason);
        json.WriteStartArray("vectors");
        foreach (var vector in obligation.Vectors)
        {
            json.WriteStartObject();
            json.WriteString("subject", vector.Subject);
            json.WriteString("attempt", vector.Attempt);
            json.WriteString("expected", vector.Expected);
            json.WriteString("answer", vector.Answer);
            json.WriteString("verdict", Camel(vector.Verdict));
            json.WriteString("source", vector.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Camel(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());
}
