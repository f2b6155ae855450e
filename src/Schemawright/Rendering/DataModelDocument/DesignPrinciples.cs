using Schemawright.Design;
using Schemawright.Domain;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The principles the decisions follow, each stated with the figures of this model.</summary>
internal sealed class DesignPrinciples : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "Design Principles";

    public void Write(DocumentSource source, MarkdownText text) => text.Numbered(Principles(source));

    private static IEnumerable<string> Principles(DocumentSource source)
    {
        yield return Sourced(source);
        if (source.Design.Tenancy.TenantColumn is not null)
        {
            yield return Isolated(source);
        }

        yield return Enforced(source);
        yield return Normal(source);
        yield return Typed(source);
        foreach (var principle in Accountable(source).Concat(Concurrent(source)).Concat(Private(source)).Concat(LeastPrivilege(source)))
        {
            yield return principle;
        }
    }

    private static string Sourced(DocumentSource source)
    {
        var columns = source.Design.Tables.SelectMany(table => table.Columns).ToArray();
        var stated = columns.Count(column => column.Origin.Sources.Count > 0);
        return $"**Nothing without a source**: {English.Figure(stated)} of {English.Count(columns.Length, "column")} lead back to a line of the documents;"
            + $" the others were made by one of {English.Count(source.Design.Decisions.Count, "recorded decision")}, so that every object can be traced and questioned.";
    }

    private static string Isolated(DocumentSource source)
    {
        var scoped = source.Design.Tables.Count(table => table.Scope == TenantScope.Scoped);
        return $"**Tenants are kept apart by the database**: {English.Count(scoped, "table")} carry {MarkdownEscape.Code(source.Design.Tenancy.TenantColumn!)} in every key and foreign key,"
            + " and forced row-level security answers a missing or foreign tenant with no rows, so that no query of the application has to remember it.";
    }

    private static string Enforced(DocumentSource source)
    {
        var tables = source.Schema.Tables;
        (int Count, string Noun)[] kinds =
        [
            (tables.Sum(table => table.Checks.Count), "check"),
            (tables.Sum(table => table.Uniques.Count + table.Indexes.Count(index => index.Unique)), "uniqueness rule"),
            (tables.Sum(table => table.ForeignKeys.Count), "foreign key"),
            (tables.Sum(table => table.Exclusions.Count), "exclusion"),
            (source.Design.Tables.Sum(table => table.Transitions.Count), "state machine"),
            (source.Design.Tables.Sum(table => table.RowRules.Count + table.Quotas.Count + table.Balances.Count + table.Cycles.Count + table.Numberings.Count + table.DeletedAlong.Count + table.Minimums.Count + table.Immutables.Count + table.DeleteGuards.Count), "further rule"),
        ];
        var held = English.List(kinds.Where(kind => kind.Count > 0).Select(kind => English.Count(kind.Count, kind.Noun)));
        return $"**Rules live beside the data**: {(held.Length == 0 ? "what the documents demand of a row" : held)} hold for every program that writes, and each refusal names the constraint that refused.";
    }

    private static string Normal(DocumentSource source)
    {
        var forms = source.Design.Tables.Where(table => table.NormalForm.Length > 0).GroupBy(table => table.NormalForm, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{English.Count(group.Count(), "table")} in {group.Key}");
        var denormal = source.Decisions(5).Count();
        var list = English.List(forms);
        return $"**Each fact is stored once**: {(list.Length == 0 ? "every non-key column depends on the key alone" : list)};"
            + $" {(denormal == 0 ? "nothing is stored redundantly" : $"{English.Count(denormal, "deliberate departure")} {(denormal == 1 ? "is" : "are")} recorded with the reason")}.";
    }

    private static string Typed(DocumentSource source)
    {
        var assumed = source.Domain.Entities.Sum(entity => entity.Attributes.Count(attribute => attribute.TypeAssumed));
        return $"**Types say what a value may be**: {English.Count(source.Schema.Domains.Count, "domain")} check formats once for all columns, lengths and value lists are named checks;"
            + $" {(assumed == 0 ? "the documents state every type" : $"{English.Count(assumed, "type")} the documents leave open {(assumed == 1 ? "is" : "are")} marked as assumed in the column comments")}.";
    }

    private static IEnumerable<string> Accountable(DocumentSource source)
    {
        var audited = source.Design.Tables.Count(table => table.Audited);
        if (audited > 0)
        {
            yield return $"**Changes leave a trace**: every change of {English.Count(audited, "table")} is written to {MarkdownEscape.Code(source.Design.Audit.Table)}"
                + $" in the same transaction. {MarkdownEscape.Text(English.Sentence(source.Design.Audit.Reason))}";
        }
    }

    private static IEnumerable<string> Concurrent(DocumentSource source)
    {
        var locked = source.Design.Tables.Count(table => table.OptimisticLock);
        if (locked > 0)
        {
            yield return $"**No lost updates**: {English.Count(locked, "table")} carry a version, and a change made on a stale copy is refused with SQLSTATE 40001.";
        }
    }

    private static IEnumerable<string> Private(DocumentSource source)
    {
        var columns = source.Design.Tables.SelectMany(table => table.Columns).Count(column => column.Privacy != PrivacyClass.None);
        if (columns > 0)
        {
            yield return $"**Personal data is known as such**: {English.Count(columns, "column")} {(columns == 1 ? "is" : "are")} classified; masks, column grants, encryption and what the audit log may hold follow from the class.";
        }
    }

    private static IEnumerable<string> LeastPrivilege(DocumentSource source)
    {
        if (source.Design.Roles.Count > 0)
        {
            yield return $"**Least privilege**: {English.Count(source.Design.Roles.Count, "database role")}, each with exactly the grants its work needs; nothing is granted to PUBLIC.";
        }
    }
}
