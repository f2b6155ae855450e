using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schemawright.Proof.Mutation;

namespace Schemawright.Proof.Ledger;

/// <summary>A proof for other programs, as docs/proof.schema.json describes it.</summary>
internal static class ProofJson
{
    private const string Schema = "schemawright/proof/v1";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ProofReport report, ProofLedger ledger)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("app", report.AppName);
            json.WriteString("server", report.Server);
            json.WriteBoolean("holds", report.Holds);
            json.WriteStartArray("obligations");
            foreach (var obligation in report.Obligations)
            {
                Write(json, obligation, ledger);
            }

            json.WriteEndArray();
            if (report.Mutation is { } mutation)
            {
                Write(json, mutation);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ObligationResult obligation, ProofLedger ledger)
    {
        json.WriteStartObject();
        json.WriteString("name", obligation.Name);
        json.WriteString("claim", obligation.Claim);
        json.WriteString("verdict", Camel(obligation.Verdict));
        json.WriteString("reason", obligation.Reason);
        json.WriteStartArray("vectors");
        foreach (var vector in obligation.Vectors)
        {
            Write(json, vector, ledger);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProofVector vector, ProofLedger ledger)
    {
        json.WriteStartObject();
        json.WriteStartArray("sentences");
        foreach (var sentence in ledger.SentencesOf(vector.Source))
        {
            json.WriteStartObject();
            json.WriteString("document", sentence.Document);
            json.WriteNumber("line", sentence.Line);
            json.WriteString("sha256", sentence.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("source", vector.Source);
        if (ledger.RuleOf(vector.Subject) is { } rule)
        {
            json.WriteString("rule", rule);
        }

        json.WriteString("object", vector.Subject);
        json.WriteString("attempt", vector.Attempt);
        json.WriteString("expected", vector.Expected);
        json.WriteString("answer", vector.Answer);
        json.WriteString("verdict", Camel(vector.Verdict));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MutationReport mutation)
    {
        json.WriteStartObject("mutation");
        json.WriteNumber("score", mutation.Score);
        json.WriteNumber("bar", MutationReport.Bar);
        json.WriteNumber("noticed", mutation.Noticed);
        json.WriteNumber("made", mutation.Made);
        json.WriteStartArray("mutants");
        foreach (var mutant in mutation.Mutants)
        {
            json.WriteStartObject();
            json.WriteString("kind", mutant.Kind);
            json.WriteString("object", mutant.Object);
            json.WriteString("defect", mutant.What);
            json.WriteString("fate", JsonNamingPolicy.CamelCase.ConvertName(mutant.Fate.ToString()));
            json.WriteString("words", mutant.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Camel(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());
}
