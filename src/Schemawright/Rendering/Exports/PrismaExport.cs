using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>The model as a Prisma schema. What Prisma has no word for (checks, exclusions, partial indexes) stands in comments.</summary>
internal sealed class PrismaExport : ISchemaExport
{
    private static readonly string[] ReservedTypes = ["String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes", "Unsupported", "Prisma", "PrismaClient", "Async", "Await", "Break", "Case", "Catch", "Class", "Const", "Continue", "Debugger", "Default", "Delete", "Do", "Else", "Enum", "Export", "Extends", "False", "Finally", "For", "Function", "If", "Implements", "Import", "In", "Instanceof", "Interface", "Let", "New", "Null", "Package", "Private", "Protected", "Public", "Return", "Super", "Switch", "This", "Throw", "True", "Try", "Using", "Typeof", "Var", "Void", "While", "With", "Yield", "Model", "Type"];

    public string Format => "prisma";

    public string Write(ModelTables model)
    {
        var objects = ObjectModel.Of(model, MemberNames.Camel, ReservedTypes, []);
        var text = new IndentedText(2);
        text.Open("generator client {");
        text.Line("provider = \"prisma-client\"");
        text.Line("output   = \"./generated\"");
        text.Close("}");
        text.Line("");
        text.Open("datasource db {");
        text.Line("provider = \"postgresql\"");
        text.Line($"schemas  = [{string.Join(", ", model.Schema.Tables.Select(table => table.Name.Schema.Text).DefaultIfEmpty(model.Schema.SchemaName.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(PrismaText.Quoted))}]");
        text.Close("}");
        foreach (var type in objects.Types)
        {
            text.Line("");
            Model(text, model, objects, type);
        }

        return text.ToString();
    }

    private static void Model(IndentedText text, ModelTables model, ObjectModel objects, ObjectType type)
    {
        var table = type.Table.Table;
        text.Lines(Remarks(table).Select(PrismaText.Comment));
        text.Open($"model {type.Name} {{");
        text.Lines(type.Columns.SelectMany(member => PrismaField.Column(model, type, member)));
        text.Lines(type.Parents.Select(link => PrismaField.Up(objects, type, link)));
        text.Lines(type.Children.Select(link => PrismaField.Down(objects, link)));
        text.Line("");
        text.Lines(Keys(type));
        text.Lines(Indexes(type));
        if (!IsIdentified(table))
        {
            text.Line("@@ignore");
        }

        text.Line($"@@map({PrismaText.Quoted(table.Name.Name.Text)})");
        text.Line($"@@schema({PrismaText.Quoted(table.Name.Schema.Text)})");
        text.Close("}");
    }

    private static bool IsIdentified(PgTable table) =>
        table.PrimaryKey is not null || table.Uniques.Any(unique => unique.Columns.All(column => table.Find(column.Text) is { NotNull: true }));

    private static IEnumerable<string> Remarks(PgTable table)
    {
        yield return table.Comment;
        foreach (var check in table.Checks)
        {
            yield return $"Check {check.Name.Text}: {OneLineSql.Of(check.Condition)}";
        }

        foreach (var exclusion in table.Exclusions)
        {
            yield return $"Exclusion {exclusion.Name.Text}: {OneLineSql.Of(exclusion)}";
        }

        foreach (var index in table.Indexes.Where(index => !IsSayable(table, index)))
        {
            yield return $"Index {index.Name.Text}: {(index.Unique ? "unique " : "")}{index.Method} ({string.Join(", ", index.Columns.Select(OneLineSql.Of))}){(index.Where is { } where ? $" where {OneLineSql.Of(where)}" : "")}";
        }
    }

    private static IEnumerable<string> Keys(ObjectType type)
    {
        var table = type.Table.Table;
        if (table.PrimaryKey is { } primary)
        {
            yield return $"@@id([{Members(type, primary.Columns)}], map: {PrismaText.Quoted(primary.Name.Text)})";
        }

        foreach (var unique in table.Uniques)
        {
            yield return $"@@unique([{Members(type, unique.Columns)}], map: {PrismaText.Quoted(unique.Name.Text)})";
        }
    }

    private static IEnumerable<string> Indexes(ObjectType type) =>
        from index in type.Table.Table.Indexes
        where IsSayable(type.Table.Table, index)
        let parts = IndexPart.Of(type.Table.Table, index).Select(part => type.MemberOf(part.Column!.Name) + (part.Descending ? "(sort: Desc)" : ""))
        let method = index.Method == "brin" ? ", type: Brin" : ""
        select $"@@index([{string.Join(", ", parts)}], map: {PrismaText.Quoted(index.Name.Text)}{method})";

    private static bool IsSayable(PgTable table, PgIndex index) =>
        index is { Unique: false, Where: null, Method: "btree" or "brin" } && IndexPart.Of(table, index).All(part => part.Column is not null);

    private static string Members(ObjectType type, Seq<Identifier> columns) => string.Join(", ", type.MembersOf(columns));
}
