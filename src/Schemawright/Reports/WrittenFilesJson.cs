using Schemawright.Collections;

namespace Schemawright.Reports;

/// <summary>The files a verb has written, for programs.</summary>
public static class WrittenFilesJson
{
    public static string Write(string folder, Seq<string> files) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/written/v1");
        json.Words("folder", folder);
        json.Array("files", files);
        json.WriteEndObject();
    });
}
