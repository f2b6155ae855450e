using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>The fields of a Prisma model: columns with their native types, and relations.</summary>
internal static class PrismaField
{
    public static IEnumerable<string> Column(ModelTables model, ObjectType type, ObjectMember member)
    {
        var column = member.Column.Column;
        var shape = ColumnShape.Of(model.Schema, column);
        var domain = shape.Domain is { } known ? $"; domain {known.Name}" : "";
        yield return PrismaText.Comment(column.Comment + domain + (column.Generated is { } generated ? $"; generated: {OneLineSql.Of(generated)}" : ""));
        yield return string.Join(' ', Words(type, member, shape));
    }

    public static string Up(ObjectModel objects, ObjectType type, ObjectLink link)
    {
        var key = link.Key;
        var parent = objects[link.Parent];
        return $"{link.Up} {parent.Name}{(link.IsOptional ? "?" : "")} @relation({PrismaText.Quoted(key.Name.Text)}, fields: [{string.Join(", ", type.MembersOf(key.Columns))}], "
            + $"references: [{string.Join(", ", parent.MembersOf(key.ReferencedColumns))}], onDelete: {OnDelete(key)}, onUpdate: NoAction, map: {PrismaText.Quoted(key.Name.Text)})";
    }

    public static string Down(ObjectModel objects, ObjectLink link) =>
        $"{link.Down} {objects[link.Child].Name}{(IsWholeKey(objects[link.Child], link) ? "?" : "[]")} @relation({PrismaText.Quoted(link.Key.Name.Text)})";

    /// <summary>To Prisma a relation is one to one only if exactly its fields are unique.</summary>
    private static bool IsWholeKey(ObjectType child, ObjectLink link)
    {
        var columns = link.Key.Columns.ToHashSet();
        var table = child.Table.Table;
        return (table.PrimaryKey is { } primary && columns.SetEquals(primary.Columns)) || table.Uniques.Any(unique => columns.SetEquals(unique.Columns));
    }

    /// <summary>Emptying only some columns of a key is left to the server.</summary>
    private static string OnDelete(PgForeignKey key) => key.OnDelete switch
    {
        "CASCADE" => "Cascade",
        "RESTRICT" => "Restrict",
        "SET NULL" when key.SetNullColumns.Count == 0 => "SetNull",
        _ => "NoAction",
    };

    private static IEnumerable<string> Words(ObjectType type, ObjectMember member, ColumnShape shape)
    {
        var column = member.Column.Column;
        var (scalar, native) = TypeOf(shape);
        yield return member.Name;
        yield return scalar + (shape.IsArray ? "[]" : column.NotNull ? "" : "?");
        if (Default(member, shape) is { } value)
        {
            yield return $"@default({value})";
        }

        yield return $"@map({PrismaText.Quoted(column.Name.Text)})";
        if (native is not null)
        {
            yield return native;
        }
    }

    private static string? Default(ObjectMember member, ColumnShape shape)
    {
        var column = member.Column.Column;
        return (column, member.Column.Design?.Default) switch
        {
            ({ Identity: true }, _) => "autoincrement()",
            ({ Generated: { } generated }, _) => $"dbgenerated({PrismaText.Quoted(OneLineSql.Of(generated))})",
            ({ Default: null }, Clock) => "dbgenerated()",
            ({ Default: null }, _) => null,
            (_, Literal { Kind: LiteralKind.Text } text) when !shape.IsArray && TypeOf(shape).Scalar == "String" => PrismaText.Quoted(text.Text),
            ({ Default.Text: "now()" }, _) => "now()",
            _ => $"dbgenerated({PrismaText.Quoted(OneLineSql.Of(column.Default!))})",
        };
    }

    private static (string Scalar, string? Native) TypeOf(ColumnShape shape) => shape.Base switch
    {
        "uuid" => ("String", "@db.Uuid"),
        "text" => ("String", null),
        "smallint" => ("Int", "@db.SmallInt"),
        "integer" => ("Int", null),
        "bigint" => ("BigInt", null),
        "numeric" => ("Decimal", "@db.Decimal"),
        "boolean" => ("Boolean", null),
        "date" => ("DateTime", "@db.Date"),
        "time without time zone" => ("DateTime", "@db.Time(6)"),
        "timestamp with time zone" => ("DateTime", "@db.Timestamptz(6)"),
        "timestamp without time zone" => ("DateTime", "@db.Timestamp(6)"),
        "jsonb" => ("Json", null),
        "inet" => ("String", "@db.Inet"),
        "bytea" => ("Bytes", null),
        _ => ($"Unsupported({PrismaText.Quoted(shape.Base)})", null),
    };
}
