using Schemawright.Collections;
using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Tells which classes of Python hold data: dataclasses, Pydantic, SQLModel, SQLAlchemy, Django.</summary>
internal static class PythonModels
{
    private static readonly string[] EnumBases = ["Enum", "StrEnum", "IntEnum", "TextChoices", "IntegerChoices", "models.TextChoices", "models.IntegerChoices", "enum.Enum", "str, Enum"];

    private static readonly string[] StoredBases = ["models.Model", "Base", "db.Model", "DeclarativeBase", "table=True", "Document", "BaseModel, table=True", "TimeStampedModel", "AbstractUser"];

    public static List<ClassModel> Of(List<PythonClass> classes) =>
        [.. classes.Where(type => !IsEnum(type) && type.Name is not ("Meta" or "Config" or "Base" or "BaseModel")).Select(Model)];

    public static Dictionary<string, Seq<string>> Enums(List<PythonClass> classes) =>
        classes.Where(IsEnum).Select(type => (type.Name, Values: type.Statements.Select(Value).OfType<string>().Distinct(StringComparer.Ordinal).ToSeq())).Where(entry => entry.Values.Count > 1)
            .DistinctBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(entry => entry.Name, entry => entry.Values, StringComparer.Ordinal);

    private static bool IsEnum(PythonClass type) => type.Bases.Exists(name => EnumBases.Contains(name, StringComparer.Ordinal));

    /// <summary><c>DRAFT = "draft"</c> and <c>DRAFT = "draft", "Not sent"</c> have the value draft.</summary>
    private static string? Value(PythonStatement statement)
    {
        var at = statement.Text.IndexOf('=', StringComparison.Ordinal);
        var value = at <= 0 ? "" : CallArgument.ListOf(statement.Text[(at + 1)..].Trim().Trim('(', ')')).FirstOrDefault()?.Value ?? "";
        return value.Length == 0 ? null : value[0] is '"' or '\'' ? CallArgument.Unquoted(value) : statement.Text[..at].Trim();
    }

    private static ClassModel Model(PythonClass type)
    {
        var stored = type.Bases.Exists(name => StoredBases.Contains(name, StringComparer.Ordinal)) || type.Statements.Exists(statement => statement.Text.StartsWith("__tablename__", StringComparison.Ordinal));
        var members = type.Statements.Select(PythonFields.Member).OfType<ClassMember>().ToList();
        return new(type.Name, type.Bases.FirstOrDefault(), type.Remark, type.Opening.Span, type.Opening.Text.Trim(), [], stored, members);
    }
}
