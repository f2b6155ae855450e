using System.Text.Json;
using Schemawright.Collections;

namespace Schemawright.Reports;

/// <summary>The open questions for other programs, with what each answer would change.</summary>
public static class QuestionsJson
{
    public static string Write(string product, Seq<WeighedQuestion> questions) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/questions/v1");
        json.Words("product", product);
        json.Objects("questions", questions, weighed =>
        {
            var question = weighed.Question;
            json.WriteString("id", question.Id);
            json.WriteString("reason", question.Reason.ToString().ToLowerInvariant());
            json.WriteNumber("rank", question.Rank);
            json.Words("question", question.Question);
            json.Words("assumption", question.Assumption);
            json.Array("affects", question.Affects);
            json.Objects("sources", question.Sources, json.Place);
            json.Objects("alternatives", question.Alternatives.Zip(weighed.Effects), pair => Alternative(json, pair.First, pair.Second));
        });
        json.WriteEndObject();
    });

    private static void Alternative(Utf8JsonWriter json, string words, AnswerEffect effect)
    {
        json.Words("answer", words);
        json.WriteString("effect", effect.Kind switch
        {
            EffectKind.AsNow => "asNow",
            EffectKind.Compiled => "compiled",
            EffectKind.NothingFollows => "nothingFollows",
            _ => "notTried",
        });
        json.Array("added", effect.Changes.Added);
        json.Array("removed", effect.Changes.Removed);
        json.Array("changed", effect.Changes.Changed);
    }
}
