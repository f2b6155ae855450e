using System.Text.Json;

namespace Schemawright.Reports.Comparison;

/// <summary>Differences between two models for programs.</summary>
public static class DifferencesJson
{
    public static string Write(ModelDifferences differences) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/diff/v1");
        json.Words("before", differences.Before);
        json.Words("after", differences.After);
        json.WriteBoolean("same", differences.AreSame);
        json.Objects("entities", differences.Entities, entity => Write(json, entity));
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, EntityChanges entity)
    {
        json.Words("name", entity.Name);
        json.WriteString("change", Word(entity.Kind));
        json.Objects("changes", entity.Changes, change =>
        {
            json.WriteString("change", Word(change.Kind));
            json.WriteString("kind", change.Thing.Kind);
            json.Words("name", change.Thing.Name);
            json.WriteBoolean("inDatabase", change.Thing.InDatabase);
            json.Words("before", change.Before);
            json.Words("after", change.After);
        });
    }

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
