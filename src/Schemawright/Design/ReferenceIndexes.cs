using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>An index for each foreign key: deleting a parent and listing its children both look from that side.</summary>
internal static class ReferenceIndexes
{
    public static IEnumerable<WantedIndex> For(TableDesign table)
    {
        foreach (var key in table.ForeignKeys)
        {
            var given = table.Find(key.Column) is { Nullable: true } ? new IsPresent(Ref.To(key.Column)) : null;
            var sparse = given is not null && key.OnDelete != Domain.DeleteRule.SetNull ? null : given;
            yield return new(IndexMethod.Btree, WantedIndex.Plain(key.Columns), sparse, [key.Column], $"rows by {key.Role.Replace('_', ' ')}",
                $"Deleting or changing a row of {key.ReferencedTable} looks for the rows that refer to it, and its rows are listed together.", key.Origin);
        }
    }
}
