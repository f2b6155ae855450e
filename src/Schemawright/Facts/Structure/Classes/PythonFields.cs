using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Reads a statement of a Python class as a member: an annotated name, a field of Django, a column of SQLAlchemy.</summary>
internal static class PythonFields
{
    public static ClassMember? Member(PythonStatement statement)
    {
        var text = statement.Text;
        var equals = Assigned(text);
        var head = equals < 0 ? text : text[..equals];
        var value = equals < 0 ? "" : text[(equals + 1)..].Trim();
        var colon = head.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? head : head[..colon]).Trim();
        if (!EntityNames.IsPlain(name) || name.Contains(' ') || name.StartsWith("__", StringComparison.Ordinal) || (colon < 0 && equals < 0))
        {
            return null;
        }

        var type = colon < 0 ? "" : PythonTypes.Spelled(head[(colon + 1)..].Trim());
        var call = value.Contains('(', StringComparison.Ordinal) ? CodeCall.Chain(value).LastOrDefault(link => link.Name.Length > 0 && link.Arguments.Count >= 0) : null;
        return type.Length > 0 ? Annotated(statement, name, type, value, call) : call is null ? null : Called(statement, name, call);
    }

    /// <summary>Where the value begins: an equals sign outside of brackets.</summary>
    private static int Assigned(string text) => TextScan.IndexOf(text, '=', 0);

    private static ClassMember? Annotated(PythonStatement statement, string name, string type, string value, CodeCall? call)
    {
        if (call is { Key: "relationship" } || type.StartsWith("ClassVar", StringComparison.Ordinal))
        {
            return null;
        }

        var optional = type.EndsWith('?');
        var isColumn = call is { Key: "mappedcolumn" or "column" or "field" };
        var marks = isColumn ? [.. Columns(call!)] : new List<CodeCall>();
        var required = optional ? false : value.Length == 0 || isColumn ? true : (bool?)null;
        return Made(statement, name, type, required, marks) with { Default = isColumn ? null : BraceClasses.DefaultOf(value.Replace('\'', '"')) };
    }

    private static ClassMember? Called(PythonStatement statement, string name, CodeCall call)
    {
        if (DjangoFields.TypeOf(call) is { } django)
        {
            var nullable = call.Named("null") is "True";
            return Made(statement, name, django, !nullable, [DjangoFields.Options(call)]);
        }

        return call.Key is "column" or "mappedcolumn" && ColumnType(call) is { } type ? Made(statement, name, type, null, [.. Columns(call)]) : null;
    }

    private static ClassMember Made(PythonStatement statement, string name, string type, bool? required, List<CodeCall> marks) =>
        new(name, type, required, marks, null, statement.Line.Span, statement.Line.Text.Trim());

    /// <summary>The options of a column and what its foreign key refers to.</summary>
    private static IEnumerable<CodeCall> Columns(CodeCall call)
    {
        yield return new("options", [.. call.Arguments.Where(argument => argument.Key is not null)]);
        foreach (var inner in call.Arguments.Where(argument => argument.Key is null).SelectMany(argument => CodeCall.Chain(argument.Value).TakeLast(1)))
        {
            if (inner.Key is "foreignkey")
            {
                yield return inner;
            }
            else if (inner.Key is "string" or "varchar" or "unicode" && inner.First.Length > 0)
            {
                yield return new("max_length", inner.Arguments);
            }
        }
    }

    private static string? ColumnType(CodeCall call)
    {
        var words = call.Arguments.Where(argument => argument.Key is null && argument.Value is not (['"', ..] or ['\'', ..])).Select(argument => argument.Value).ToList();
        var type = words.Find(word => !word.StartsWith("ForeignKey", StringComparison.Ordinal));
        return type is null ? (words.Count > 0 ? "id" : null) : PythonTypes.OfColumn(type);
    }
}
