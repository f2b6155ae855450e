using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Gives a table numbers without gaps: who counts, within what, and the key that no number stands in twice.</summary>
internal sealed class Numberings(DataDesign design, ObjectNames names)
{
    public PlacedRule Place(TableDesign table, Rule rule, Gapless gapless)
    {
        var column = RuleColumns.ColumnOf(table, gapless.Attribute) is { } name ? table.Find(name) : null;
        var per = gapless.Per.Select(key => RuleColumns.ColumnOf(table, key) is { } known ? table.Find(known) : null).ToList();
        if (column is not { Role: ColumnRole.Attribute, Type: { IsArray: false, Kind: DataKind.Integer or DataKind.BigInteger or DataKind.ShortText or DataKind.Unknown } } || per.Contains(null))
        {
            return RuleMechanisms.Unclear(table, rule, $"{table.Name} lacks a plain column for the number or what it runs within");
        }

        if (per.Exists(key => key!.Nullable))
        {
            return RuleMechanisms.Unclear(table, rule, $"{per.First(key => key!.Nullable)!.Name} may be empty, and rows without it have no numbers of their own");
        }

        if (design.RetentionJobs.FirstOrDefault(job => job.Table == table.Name && job.Action == "delete") is { } job)
        {
            return RuleMechanisms.Unclear(table, rule, $"rows of {table.Name} are deleted after {job.After}, which leaves gaps");
        }

        return Placed(Prepared(table, column, gapless.Anew, rule), rule, column.Name, per.Select(key => key!.Name), gapless.Anew);
    }

    /// <summary>The number is given by the database, so it is never missing; a number that begins again says of which year it is.</summary>
    private static TableDesign Prepared(TableDesign table, ColumnDesign column, PeriodUnit? anew, Rule rule)
    {
        var numbered = table.Columns.Select(known => known.Name == column.Name ? known with { Nullable = false } : known).ToList();
        if (anew is not null && IsCount(column))
        {
            numbered.Insert(numbered.FindIndex(known => known.Name == column.Name), new(SpanColumn(column, anew.Value), DataType.Of(DataKind.Date), false, ColumnRole.Attribute, $"The first day of the {anew.Value.ToString().ToLowerInvariant()} in which the number was given.", rule.Origin)
            {
                Default = new Clock(ClockKind.Today),
            });
        }

        return table with { Columns = numbered.ToSeq() };
    }

    private PlacedRule Placed(TableDesign table, Rule rule, string column, IEnumerable<string> keys, PeriodUnit? anew)
    {
        var span = anew is not null && IsCount(table.Find(column)!) ? SpanColumn(table.Find(column)!, anew.Value) : null;
        var tenant = table.Scope == TenantScope.Scoped ? design.Tenancy.TenantColumn : null;
        Seq<string> per = [.. tenant is null ? [] : new[] { tenant }, .. keys.Where(key => key != tenant).Distinct(StringComparer.Ordinal)];
        Seq<string> key = [.. per, .. span is null ? [] : new[] { span }, column];
        var name = names.Claim(table.Name, [rule.Name], "numbering");
        var known = table.Uniques.Where(unique => !(span is not null && unique.Columns.Has(column) && !unique.Columns.Has(span))).ToList();
        if (!known.Exists(unique => unique.Where is null && unique.Columns.All(part => key.Has(part))))
        {
            known.Add(new(names.Claim(table.Name, key.Where(part => part != tenant), "key"), key, null, rule.Origin));
        }

        return new(table with { Uniques = known.ToSeq(), Numberings = [.. table.Numberings, new(name, column, per, anew, span, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin)] },
            RuleMechanisms.Enforced(table, rule, "trigger", name, "The group's counter is a row that stays locked until the transaction ends, so a number that is taken back is given to the next; a sequence would have lost it."));
    }

    private static bool IsCount(ColumnDesign column) => column.Type.Kind is DataKind.Integer or DataKind.BigInteger;

    private static string SpanColumn(ColumnDesign column, PeriodUnit anew) => ObjectNames.Shortened(column.Name, "_" + anew.ToString().ToLowerInvariant());
}
