using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>CHECK constraints: a list of texts becomes the attribute's values, anything else its condition.</summary>
internal static class SqlChecks
{
    public static AttributeFact Apply(AttributeFact column, IReadOnlyList<SqlToken> condition, SqlTable table)
    {
        var check = SqlConditions.Read(condition);
        if (check is null)
        {
            Unread(condition, table);
            return column;
        }

        if (check is OneOf { Term: Ref { IsOwn: true } term } list && list.Values.All(value => value.Kind == LiteralKind.Text) && Same(term.Attribute, column.Name))
        {
            return column with { Type = new DataType(DataKind.Enumeration, Values: list.Values.Select(value => value.Text).ToSeq(), IsArray: column.Type?.IsArray ?? false) };
        }

        return column with { Check = column.Check is null ? check : new And([column.Check, check]) };
    }

    /// <summary>A table's CHECK belongs to the first of its attributes that the table knows.</summary>
    public static void ApplyToTable(IReadOnlyList<SqlToken> condition, SqlTable table)
    {
        var owner = SqlConditions.Read(condition)?.Refs().Select(reference => reference.Attribute).FirstOrDefault(attribute => table.Change(attribute, column => column));
        if (owner is null)
        {
            Unread(condition, table);
            return;
        }

        table.Change(owner, column => Apply(column, condition, table));
        table.Writer.Facts.Classify(table.Place(condition), StatementClass.Fact, $"check of {table.Name}");
    }

    /// <summary>What cannot be read as a tree is still a rule that someone must answer.</summary>
    private static void Unread(IReadOnlyList<SqlToken> condition, SqlTable table)
    {
        if (condition.Count == 0)
        {
            return;
        }

        var text = SqlCursor.Text(condition);
        table.Writer.Facts.Add(new RuleFact(
            null, null, [], ["CHECK"], null, text, table.Name, FactForm.Sql, table.Writer.Document.Kind, table.Place(condition), text));
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
