using Schemawright.Collections;

namespace Schemawright.Reports.Explanations;

/// <summary>Explanations for other programs.</summary>
public static class ExplanationJson
{
    public static string Write(string what, Seq<Explanation> explanations) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/explanation/v1");
        json.Words("asked", what);
        json.Objects("explanations", explanations, explanation =>
        {
            json.WriteString("kind", explanation.Kind);
            json.Words("name", explanation.Name);
            json.Words("summary", explanation.Summary);
            json.Objects("parts", explanation.Parts, part =>
            {
                json.WriteString("title", part.Title);
                json.Objects("items", part.Items, item =>
                {
                    json.Words("words", item.Words);
                    if (item.Place is { } place)
                    {
                        json.Object("place", () => json.Place(place));
                    }

                    if (item.Sql is { } sql)
                    {
                        json.Words("sql", sql);
                    }
                });
            });
        });
        json.WriteEndObject();
    });
}
