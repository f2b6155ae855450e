using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>A condition over real columns, or the reason why the table cannot carry it.</summary>
internal sealed record CarriedExpr(Expr? Expr, string Missing, bool EncryptedOnly = false);

/// <summary>Translates a rule's attribute names into the columns that exist: roles, encrypted columns, shortened names.</summary>
internal static class RuleColumns
{
    public static string CiphertextOf(string attribute) => ObjectNames.Shortened(attribute, "_ciphertext");

    public static string KeyIdOf(string attribute) => ObjectNames.Shortened(attribute, "_key_id");

    public static string BlindIndexOf(string attribute) => ObjectNames.Shortened(attribute, "_blind_index");

    /// <summary>Null for a condition that every row of the table fulfils: a required moment is given from the beginning.</summary>
    public static Expr? Limiting(TableDesign table, Expr? when) =>
        when is IsPresent { Term: Ref { IsOwn: true } own } && table.Find(own.Attribute) is { Nullable: false, Type.Kind: not (DataKind.ShortText or DataKind.LongText or DataKind.Unknown) } ? null : when;

    public static CarriedExpr Carry(DataDesign design, TableDesign table, Expr expr)
    {
        var problems = new List<string>();
        var encrypted = false;
        var carried = expr.Rewrite(node => node switch
        {
            Ref reference => Resolved(reference),
            Aggregate aggregate => Counted(design, table, aggregate, problems),
            Compare compare => Amounts.Rounded(table, compare),
            _ => node,
        });

        foreach (var node in carried.Nodes().Where(node => node is not IsPresent).SelectMany(Operands).OfType<Ref>())
        {
            if (Target(design, table, node) is { } secret && (secret.Hashed || secret.Role == ColumnRole.Ciphertext))
            {
                encrypted = true;
                problems.Add($"{secret.Name} is {(secret.Hashed ? "hashed" : "encrypted")} by the application, so the database sees only whether a value is given");
            }
        }

        return problems.Count == 0 ? new(carried, "") : new(null, problems[0], encrypted);

        Expr Resolved(Ref reference)
        {
            var found = Resolve(design, table, reference);
            if (found is null)
            {
                problems.Add($"{table.Name} has no {string.Join('.', reference.Path)}");
            }

            return found ?? reference;
        }
    }

    /// <summary>The column of the table that an attribute or role name stands for; null when there is none.</summary>
    public static string? ColumnOf(TableDesign table, string attribute)
    {
        var name = ObjectNames.Shortened(attribute);
        return table.Find(name)?.Name
            ?? table.ForeignKeys.FirstOrDefault(key => key.Role == attribute || key.Column == attribute + "_id")?.Column
            ?? table.Find(CiphertextOf(name))?.Name;
    }

    /// <summary>The tables a reference walks to, the nearest first; as far as the path leads.</summary>
    public static IEnumerable<TableDesign> TablesAlong(DataDesign design, TableDesign table, Ref reference)
    {
        var at = table;
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            if (at.ForeignKeys.FirstOrDefault(key => key.Role == role || key.Column == role) is not { } key || design.Find(key.ReferencedTable) is not { } parent)
            {
                yield break;
            }

            at = parent;
            yield return at;
        }
    }

    /// <summary>The column at the end of a reference's path; null when the path breaks.</summary>
    public static ColumnDesign? Target(DataDesign design, TableDesign table, Ref reference)
    {
        var at = TableAtEnd(design, table, reference);
        return at?.Find(reference.Attribute);
    }

    /// <summary>The column that alone identifies the row at the end of a reference's path.</summary>
    public static string KeyAtEnd(DataDesign design, TableDesign table, Ref reference) => TableAtEnd(design, table, reference)!.PrimaryKey.Columns[^1];

    private static Ref? Resolve(DataDesign design, TableDesign table, Ref reference)
    {
        var at = TableAtEnd(design, table, reference);
        var column = at is null ? null : ColumnOf(at, reference.Attribute);
        return column is null ? null : reference with { Path = [.. reference.Path.Take(reference.Path.Count - 1), column] };
    }

    private static TableDesign? TableAtEnd(DataDesign design, TableDesign table, Ref reference)
    {
        TableDesign? at = table;
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            var key = at?.ForeignKeys.FirstOrDefault(key => key.Role == role);
            at = key is null ? null : design.Find(key.ReferencedTable);
        }

        return at;
    }

    private static Aggregate Counted(DataDesign design, TableDesign table, Aggregate aggregate, List<string> problems)
    {
        var child = design.OfEntity(aggregate.Entity);
        var link = child?.ForeignKeys.FirstOrDefault(key => key.Role == aggregate.Role && key.ReferencedTable == table.Name);
        if (child is null || link is null)
        {
            problems.Add($"no rows of {aggregate.Entity} refer to {table.Name} as {aggregate.Role}");
            return aggregate;
        }

        var where = aggregate.Where is null ? null : Carry(design, child, aggregate.Where);
        if (where is { Expr: null })
        {
            problems.Add(where.Missing);
        }

        if (aggregate.Attribute is { } summed && ColumnOf(child, summed) is null)
        {
            problems.Add($"{child.Name} has no {summed}");
        }

        return aggregate with { Where = where?.Expr, Attribute = aggregate.Attribute is null ? null : ColumnOf(child, aggregate.Attribute) };
    }

    private static IEnumerable<Expr> Operands(Expr node) => node switch
    {
        Compare compare => [compare.Left, compare.Right],
        OneOf choice => [choice.Term],
        Matches pattern => [pattern.Term],
        LengthOf length => [length.Term],
        DecimalPlaces places => [places.Term],
        Rounded rounded => [rounded.Term],
        CalendarPart part => [part.Term],
        Lower lower => [lower.Term],
        Trimmed trimmed => [trimmed.Term],
        Arithmetic arithmetic => [arithmetic.Left, arithmetic.Right],
        _ => [],
    };
}
