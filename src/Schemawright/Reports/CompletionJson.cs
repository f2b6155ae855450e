namespace Schemawright.Reports;

/// <summary>A completion script, for programs that install it.</summary>
public static class CompletionJson
{
    public static string Write(string shell, string script) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "schemawright/completion/v1");
        json.WriteString("shell", shell);
        json.WriteString("script", script);
        json.WriteEndObject();
    });
}
