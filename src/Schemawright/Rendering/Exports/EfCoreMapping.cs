using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>A table's part of the context: names, types, keys, references, indexes and checks as the server has them.</summary>
internal static class EfCoreMapping
{
    public static void Write(IndentedText text, ModelTables model, ObjectModel objects, ObjectType type)
    {
        text.Line($"private static void Map{type.Name}(global::Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<{type.Name}> entity)");
        text.Open("{");
        Table(text, type.Table.Table);
        Keys(text, type);
        foreach (var member in type.Columns)
        {
            text.Line($"entity.Property(row => row.{member.Name}){string.Concat(Column(model, member))};");
        }

        text.Lines(type.Parents.Select(link => Reference(objects, type, link)));
        text.Lines(type.Table.Table.Indexes.SelectMany(index => Index(type, index)));
        text.Close("}");
    }

    private static void Table(IndentedText text, PgTable table)
    {
        text.Line($"entity.ToTable({CSharpText.Literal(table.Name.Name.Text)}, {CSharpText.Literal(table.Name.Schema.Text)}, table =>");
        text.Open("{");
        text.Line($"table.HasComment({CSharpText.Literal(table.Comment)});");
        text.Lines(table.Checks.Select(check => $"table.HasCheckConstraint({CSharpText.Literal(check.Name.Text)}, {CSharpText.Literal(OneLineSql.Of(check.Condition))});"));
        text.Close("});");
        text.Lines(table.Exclusions.Select(exclusion => $"// {MarkdownEscape.OneLine(exclusion.Name.Text)}: {MarkdownEscape.OneLine(OneLineSql.Of(exclusion))}"));
    }

    private static void Keys(IndentedText text, ObjectType type)
    {
        var table = type.Table.Table;
        text.Line(table.PrimaryKey is { } primary
            ? $"entity.HasKey({Names(type.MembersOf(primary.Columns))}).HasName({CSharpText.Literal(primary.Name.Text)});"
            : "entity.HasNoKey();");
        text.Lines(table.Uniques.Select(unique => $"entity.HasIndex(new[] {{ {Names(type.MembersOf(unique.Columns))} }}, {CSharpText.Literal(unique.Name.Text)}).IsUnique(){(unique.NullsNotDistinct ? ".AreNullsDistinct(false)" : "")};"));
    }

    private static IEnumerable<string> Column(ModelTables model, ObjectMember member)
    {
        var column = member.Column.Column;
        var shape = ColumnShape.Of(model.Schema, column);
        yield return $".HasColumnName({CSharpText.Literal(column.Name.Text)}).HasColumnType({CSharpText.Literal(shape.Base + (shape.IsArray ? "[]" : ""))})";
        if (column is { NotNull: true })
        {
            yield return ".IsRequired()";
        }

        if (column.Identity)
        {
            yield return ".UseIdentityAlwaysColumn()";
        }
        else if (column.Generated is { } generated)
        {
            yield return $".HasComputedColumnSql({CSharpText.Literal(OneLineSql.Of(generated))}, stored: true)";
        }
        else if (column.Default is { } value)
        {
            yield return $".HasDefaultValueSql({CSharpText.Literal(OneLineSql.Of(value))})";
        }

        else if (member.Column.Design?.Default is Clock)
        {
            yield return ".ValueGeneratedOnAdd()"; // A trigger gives the day of the place.
        }

        yield return ByTrigger(column.Role);
        yield return $".HasComment({CSharpText.Literal(column.Comment)})";
    }

    /// <summary>Triggers write these with every change, and the version refuses a change of an older reading.</summary>
    private static string ByTrigger(ColumnRole role) => role switch
    {
        ColumnRole.Version => ".ValueGeneratedOnAddOrUpdate().IsConcurrencyToken()",
        ColumnRole.UpdatedAt or ColumnRole.StateSince => ".ValueGeneratedOnAddOrUpdate()",
        _ => "",
    };

    private static string Reference(ObjectModel objects, ObjectType type, ObjectLink link)
    {
        var key = link.Key;
        var parent = objects[link.Parent];
        var dependent = link.IsOne ? $".WithOne(row => row.{link.Down}).HasForeignKey<{type.Name}>" : $".WithMany(row => row.{link.Down}).HasForeignKey";
        var principal = link.IsOne ? $".HasPrincipalKey<{parent.Name}>" : ".HasPrincipalKey";
        return $"entity.HasOne(row => row.{link.Up}){dependent}({Names(type.MembersOf(key.Columns))}){principal}({Names(parent.MembersOf(key.ReferencedColumns))})"
            + $"{(link.IsOptional ? "" : ".IsRequired()")}.OnDelete(global::Microsoft.EntityFrameworkCore.DeleteBehavior.{OnDelete(key)}).HasConstraintName({CSharpText.Literal(key.Name.Text)});";
    }

    /// <summary>Emptying only some columns of a key is the server's: the client must not empty all of them.</summary>
    private static string OnDelete(PgForeignKey key) => key.OnDelete switch
    {
        "CASCADE" => "Cascade",
        "RESTRICT" => "Restrict",
        "SET NULL" when key.SetNullColumns.Count == 0 => "SetNull",
        _ => "ClientNoAction",
    };

    private static IEnumerable<string> Index(ObjectType type, PgIndex index)
    {
        var parts = IndexPart.Of(type.Table.Table, index);
        if (parts.Any(part => part.Column is null))
        {
            yield return $"// {MarkdownEscape.OneLine(index.Name.Text)}: {index.Method} ({string.Join(", ", index.Columns.Select(OneLineSql.Of))})";
            yield break;
        }

        // The second argument keeps indexes over the same columns apart.
        var line = $"entity.HasIndex(new[] {{ {Names(parts.Select(part => type.MemberOf(part.Column!.Name)).ToSeq())} }}, {CSharpText.Literal(index.Name.Text)})";
        line += index.Unique ? ".IsUnique()" : "";
        line += index.Method == "btree" ? "" : $".HasMethod({CSharpText.Literal(index.Method)})";
        line += parts.Any(part => part.Descending) ? $".IsDescending({string.Join(", ", parts.Select(part => part.Descending ? "true" : "false"))})" : "";
        line += index.Include.Count > 0 ? $".IncludeProperties({Names(type.MembersOf(index.Include))})" : "";
        line += index.Where is { } where ? $".HasFilter({CSharpText.Literal(OneLineSql.Of(where))})" : "";
        yield return line + ";";
    }

    private static string Names(Seq<string> members) => string.Join(", ", members.Select(CSharpText.Literal));
}
