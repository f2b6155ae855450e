using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>A person whose data can be handed out and erased on request.</summary>
/// <param name="Table">Holds a row for each person.</param>
/// <param name="Key">The column that names the person within the tenant.</param>
/// <param name="Parts">The person's rows in other tables.</param>
public sealed record DataSubjectDesign(string Table, string Key, bool Exported, bool Erased, Seq<SubjectPartDesign> Parts, Origin Origin);

/// <param name="Path">Foreign keys from the table up to the person's, the nearest first.</param>
public sealed record SubjectPartDesign(string Table, Seq<string> Path);

/// <summary>Finds whose data the documents ask to hand out or erase, and every table that holds some of it.</summary>
internal sealed class DataSubjects(DataDesign design, Findings findings)
{
    private const int Deepest = 3;

    public DataDesign Apply()
    {
        var demands = design.Domain.Privacy.Where(demand => demand.Kind is PrivacyDemandKind.Erase or PrivacyDemandKind.Export).ToList();
        if (demands.Count == 0)
        {
            return design;
        }

        var subjects = Subjects(demands).ToSeq();
        if (subjects.Count == 0)
        {
            var sources = DesignEdits.SourcesOf(demands.Select(demand => demand.Origin));
            findings.Ask(new(ClarificationId.From("data subjects", "*"), ClarificationReason.Missing, "Whose data can be handed out or erased on request, and which columns hold it?",
                ["nobody's: no table holds personal data", "the persons that the answer names"], "No function hands data out or erases it.", sources, ["privacy"], 4, 4));
        }

        return (design with { DataSubjects = subjects }).Decide(subjects.Select(Decision));
    }

    private IEnumerable<DataSubjectDesign> Subjects(List<PrivacyDemand> demands)
    {
        foreach (var table in design.Tables.Where(table => table.Entity is not null))
        {
            var own = demands.Where(demand => demand.Entity == table.Entity || (demand.Entity is null && IsPerson(table))).ToList();
            var keys = table.PrimaryKey.Columns.Where(column => column != design.Tenancy.TenantColumn).ToList();
            if (own.Count > 0 && keys.Count == 1)
            {
                var kinds = own.Select(demand => demand.Kind).ToHashSet();
                yield return new(table.Name, keys[0], kinds.Contains(PrivacyDemandKind.Export), kinds.Contains(PrivacyDemandKind.Erase), Parts(table),
                    new(DesignEdits.SourcesOf(own.Select(demand => demand.Origin)), DecisionOf(table.Name)));
            }
        }
    }

    /// <summary>Rows about a person: with an address to reach it by or several personal values, and part of no other table's row.</summary>
    private static bool IsPerson(TableDesign table)
    {
        var personal = table.Columns.Where(column => column.Privacy is PrivacyClass.Personal or PrivacyClass.Sensitive).ToList();
        return table.Kind is TableKind.Core && (personal.Exists(column => column.Type.Kind == DataKind.Email) || personal.Count > 1);
    }

    private Seq<SubjectPartDesign> Parts(TableDesign subject)
    {
        var found = new List<SubjectPartDesign>();
        var reached = new HashSet<string>(StringComparer.Ordinal) { subject.Name };
        var level = new List<(TableDesign Table, Seq<string> Path)> { (subject, []) };
        for (var depth = 0; depth < Deepest && level.Count > 0; depth++)
        {
            level = [.. level.SelectMany(above => Below(above.Table).Where(below => reached.Add(below.Table.Name)).Select(below => (below.Table, (Seq<string>)[below.Key.Name, .. above.Path])))];
            found.AddRange(level.Select(part => new SubjectPartDesign(part.Table.Name, part.Path)));
        }

        return found.ToSeq();
    }

    /// <summary>Who confirmed or created a row is named in it, but the row is not about him; and one person is not part of another.</summary>
    private IEnumerable<(TableDesign Table, ForeignKeyDesign Key)> Below(TableDesign above) =>
        from table in design.Tables
        where !IsPerson(table) && table.Name != design.Tenancy.TenantTable
        from key in table.ForeignKeys
        where key.ReferencedTable == above.Name && key.Column != design.Tenancy.TenantColumn && !key.Role.EndsWith("_by", StringComparison.Ordinal)
        select (table, key);

    private static string DecisionOf(string table) => $"D11-{table}-subject";

    private static Decision Decision(DataSubjectDesign subject)
    {
        var what = (subject.Exported, subject.Erased) switch { (true, true) => "handed out and erased", (true, false) => "handed out", _ => "erased" };
        return new(DecisionOf(subject.Table), 11, $"The data of one of {subject.Table} is {what} by one call each; it reaches {(subject.Parts.Count == 0 ? "no other table" : string.Join(", ", subject.Parts.Select(part => part.Table)))}.",
            "Personal values never enter the audit log or a report, so a row overwritten is a value gone; keys stay, so figures and references still hold.", subject.Origin.Sources);
    }
}
