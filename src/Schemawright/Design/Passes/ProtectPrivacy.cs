using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Passes;

/// <summary>Decides who may see what: encrypted columns, masks, readers, roles, and what never reaches the audit log.</summary>
internal sealed class ProtectPrivacy : IDesignPass
{
    public int ChecklistItem => 11;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var masked = design.EachTable(table => Masks.Apply(table, design.Domain));
        var views = masked.Tables.Select(table => Masks.ViewOf(table, masked)).OfType<ViewDesign>().ToSeq();
        var shielded = masked with
        {
            Views = [.. masked.Views, .. views],
            Audit = masked.Audit with { Excluded = masked.Tables.SelectMany(ExcludedFromLog).ToSeq() },
        };
        var roles = new RolePlan(shielded);
        var staffed = shielded with { Roles = roles.All() };
        return new DataSubjects(new RowScopes(staffed, findings).Apply(), findings).Apply().Decide([.. Masks.Decisions(shielded), .. roles.Decisions]);
    }

    private static IEnumerable<ExcludedColumn> ExcludedFromLog(TableDesign table) => table.Columns
        .Where(column => column.Privacy != PrivacyClass.None || column.Role is ColumnRole.Ciphertext or ColumnRole.BlindIndex or ColumnRole.KeyId)
        .Select(column => new ExcludedColumn(table.Name, column.Name, column.Privacy switch
        {
            PrivacyClass.Secret => "a secret: whoever reads the log must not learn it",
            PrivacyClass.Sensitive => "sensitive: the log would keep it after its row is erased",
            PrivacyClass.Personal => "personal: the log would keep it after the person is erased",
            _ => "belongs to an encrypted value: the log would keep it after its key is destroyed",
        }));
}
