using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schemawright.Diagnostics;

namespace Schemawright.Reports;

/// <summary>A JSON document as it is written, indented, with one kind of line end.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            body(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Words of the input; half a surrogate pair, left where a text was cut, has no place in JSON.</summary>
    public static void Words(this Utf8JsonWriter json, string name, string? words)
    {
        if (words is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, WholeCharacters(words));
        }
    }

    public static void Array(this Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(WholeCharacters(item));
        }

        json.WriteEndArray();
    }

    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Object(this Utf8JsonWriter json, string name, Action members)
    {
        json.WriteStartObject(name);
        members();
        json.WriteEndObject();
    }

    /// <summary>The members of a place.</summary>
    public static void Place(this Utf8JsonWriter json, SourceSpan place)
    {
        json.Words("document", place.Document);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
    }

    private static string WholeCharacters(string words)
    {
        foreach (var character in words)
        {
            if (char.IsSurrogate(character))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));
            }
        }

        return words;
    }
}
