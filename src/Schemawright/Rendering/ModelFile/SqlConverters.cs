using System.Text.Json;
using System.Text.Json.Serialization;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.ModelFile;

/// <summary>Writes pieces of SQL as the text the server gets, and names unquoted.</summary>
internal abstract class AsText<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("models are written, never read back: SQL comes only from the compiler");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(TextOf(value));

    protected abstract string TextOf(T value);
}

/// <summary>A name as it is, without quotes.</summary>
internal sealed class IdentifierAsText : AsText<Identifier>
{
    protected override string TextOf(Identifier value) => value.Text;
}

/// <summary>Schema and name as SQL has them.</summary>
internal sealed class QualifiedNameAsText : AsText<QualifiedName>
{
    protected override string TextOf(QualifiedName value) => value.ToString();
}

/// <summary>A piece of SQL.</summary>
internal sealed class SqlTextAsText : AsText<SqlText>
{
    protected override string TextOf(SqlText value) => value.Text;
}

/// <summary>A condition without the parentheses around it.</summary>
internal sealed class ConditionAsText : AsText<Condition>
{
    protected override string TextOf(Condition value) => value.Sql.Text;
}

/// <summary>A constant as SQL has it.</summary>
internal sealed class SqlLiteralAsText : AsText<SqlLiteral>
{
    protected override string TextOf(SqlLiteral value) => value.Text;
}
