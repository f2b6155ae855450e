using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Proof.Obligations;

namespace Schemawright.Proof;

/// <summary>What somebody asked to be tried alone, in terms of claims, tables, objects and sentences.</summary>
/// <param name="Unknown">Words that name nothing: they would prove nothing and look like success.</param>
internal sealed record Selection(Seq<IObligation> Obligations, Focus Focus, Seq<string> Unknown)
{
    /// <param name="words">Claims (<c>NoDrift</c>), objects (<c>orders</c>, <c>orders.orders_total_check</c>, <c>orders_total_check</c>) and sentences (<c>RULES.md:12</c>).</param>
    public static Selection Of(Compilation compilation, Seq<string> words)
    {
        var (claims, tables, subjects, places, unknown) = (new List<IObligation>(), new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var objects = ObjectsByName(compilation).ToLookup(found => found.Name, StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (ObligationList.All.FirstOrDefault(known => ObligationList.NameOf(known) == word) is { } claim)
            {
                claims.Add(claim);
            }
            else if (compilation.Ledger.Entries.Any(entry => word == $"{entry.Source.Document}:{entry.Source.Line}"))
            {
                places.Add(word);
            }
            else
            {
                var found = objects[word].ToArray();
                tables.AddRange(found.Select(known => known.Table));
                subjects.AddRange(found.Select(known => known.Subject).OfType<string>());
                unknown.AddRange(found.Length == 0 ? [word] : []);
            }
        }

        return new(claims.Count > 0 ? [.. claims] : ObligationList.All, new([.. tables.Distinct(StringComparer.Ordinal)], [.. subjects.Distinct(StringComparer.Ordinal)], [.. places]), [.. unknown]);
    }

    private sealed record Known(string Name, string Table, string? Subject);

    /// <summary>Each object by the names somebody may call it by.</summary>
    private static IEnumerable<Known> ObjectsByName(Compilation compilation) =>
        from table in compilation.Schema.Tables
        let name = table.Name.Name.Text
        from known in new[] { new Known(name, name, null), new Known(table.Name.ToString(), name, null) }
            .Concat(PartsOf(compilation, table).Distinct(StringComparer.Ordinal).SelectMany(part => new[] { new Known(part, name, $"{name}.{part}"), new Known($"{name}.{part}", name, $"{name}.{part}") }))
        select known;

    private static IEnumerable<string> PartsOf(Compilation compilation, PgTable table) =>
    [
        .. table.Columns.Select(column => column.Name.Text), .. table.Checks.Select(check => check.Name.Text), .. table.Uniques.Select(unique => unique.Name.Text),
        .. table.PrimaryKey is { } key ? [key.Name.Text] : Seq<string>.Empty, .. table.ForeignKeys.Select(link => link.Name.Text), .. table.Exclusions.Select(exclusion => exclusion.Name.Text),
        .. table.Indexes.Select(index => index.Name.Text),
        .. compilation.Schema.Triggers.Where(trigger => trigger.Table == table.Name).Select(trigger => trigger.Name.Text),
        .. compilation.Schema.Policies.Where(policy => policy.Table == table.Name).Select(policy => policy.Name.Text),
        .. compilation.Design.Find(table.Name.Name.Text) is { } design ? RulesOf(design) : Seq<string>.Empty,
    ];

    private static Seq<string> RulesOf(TableDesign table) =>
    [
        .. table.RowRules.Select(rule => rule.Name), .. table.Transitions.Select(rule => rule.Name), .. table.Quotas.Select(rule => rule.Name), .. table.Minimums.Select(rule => rule.Name),
        .. table.Immutables.Select(rule => rule.Name), .. table.DeleteGuards.Select(rule => rule.Name), .. table.Balances.Select(rule => rule.Name), .. table.Cycles.Select(rule => rule.Name), .. table.Numberings.Select(rule => rule.Name), .. table.DeletedAlong.Select(rule => rule.Name),
    ];
}
