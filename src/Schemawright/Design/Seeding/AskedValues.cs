using Schemawright.Terms;

namespace Schemawright.Design.Seeding;

/// <summary>The values that checks and rules of any table ask of a column, so that made-up rows meet them.</summary>
internal sealed class AskedValues
{
    private readonly Dictionary<(string Table, string Column), List<Literal>> _asked = [];

    public AskedValues(DataDesign design)
    {
        foreach (var table in design.Tables)
        {
            foreach (var condition in table.RowRules.Select(rule => rule.Must).Concat(table.Checks.Select(check => check.Condition)))
            {
                Note(design, table, condition);
            }
        }
    }

    /// <summary>A value the rules ask for; rows of a list take turns.</summary>
    public Literal? For(string table, string column, int turn) =>
        _asked.TryGetValue((table, column), out var values) ? values[(turn - 1) % values.Count] : null;

    private void Note(DataDesign design, TableDesign table, Expr condition)
    {
        switch (condition)
        {
            case And all:
                foreach (var term in all.Terms)
                {
                    Note(design, table, term);
                }

                break;
            case Compare { Op: CompareOp.Equal, Left: Ref { Old: false } left, Right: Literal { Kind: LiteralKind.Text } value }:
                Add(design, table, left, [value]);
                break;
            case OneOf { Term: Ref { Old: false } term, Values.Count: > 0 } choice:
                Add(design, table, term, [.. choice.Values]);
                break;
            default:
                break;
        }
    }

    /// <summary>The first to ask wins; a second that asks something else finds no row and says so.</summary>
    private void Add(DataDesign design, TableDesign table, Ref reference, List<Literal> values)
    {
        TableDesign? at = table;
        foreach (var role in reference.Path.Take(reference.Path.Count - 1))
        {
            var key = at?.ForeignKeys.FirstOrDefault(key => key.Role == role);
            at = key is null ? null : design.Find(key.ReferencedTable);
        }

        if (at is not null)
        {
            _asked.TryAdd((at.Name, reference.Attribute), values);
        }
    }
}
