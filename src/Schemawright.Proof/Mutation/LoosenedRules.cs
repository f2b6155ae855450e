using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres;
using Schemawright.Postgres.Model;
using Schemawright.Terms;

namespace Schemawright.Proof.Mutation;

/// <summary>Each rule is changed a little in the design, and the database is made to follow the changed design.</summary>
internal static class LoosenedRules
{
    public static IEnumerable<Mutant> Of(PgSchema schema, DataDesign design, Looks looks) => design.Tables.SelectMany(table =>
        Changes(table).Select(change => new Mutant(
            "rule", $"{table.Name}.{change.Rule}", change.What,
            new Lazy<Seq<string>>(() => SchemaDifference.Between(schema, PostgresLowering.Lower(With(design, table, change.Changed), new Findings()))),
            looks.OfTrigger(table.Name, table.Name, $"{table.Name}.{change.Rule}"))));

    private static DataDesign With(DataDesign design, TableDesign table, TableDesign changed) =>
        design with { Tables = [.. design.Tables.Select(known => known == table ? changed : known)] };

    private sealed record Change(string Rule, string What, TableDesign Changed);

    private static IEnumerable<Change> Changes(TableDesign table) =>
    [
        .. table.Checks.SelectMany(rule => LoosenedConditions.Of(rule.Condition).Select(condition =>
            new Change(rule.Name, condition.What, table with { Checks = Put(table.Checks, rule, rule with { Condition = condition.Loosened }) }))),
        .. table.RowRules.SelectMany(rule => LoosenedConditions.Of(rule.Must).Select(condition =>
            new Change(rule.Name, condition.What, table with { RowRules = Put(table.RowRules, rule, rule with { Must = condition.Loosened }) }))),
        .. table.DeleteGuards.Where(rule => rule.When is not null).SelectMany(rule => LoosenedConditions.Of(new Not(rule.When!)).Select(condition =>
            new Change(rule.Name, condition.What, table with { DeleteGuards = Put(table.DeleteGuards, rule, rule with { When = new Not(condition.Loosened) }) }))),
        .. table.Transitions.SelectMany(rule => OfTransition(table, rule)),
        .. table.Quotas.Select(rule => new Change(rule.Name, "one more allowed", table with { Quotas = Put(table.Quotas, rule, rule with { Limit = rule.Limit + 1 }) })),
        .. table.Minimums.Where(rule => rule.Count > 1).Select(rule => new Change(rule.Name, "one fewer demanded", table with { Minimums = Put(table.Minimums, rule, rule with { Count = rule.Count - 1 }) })),
        .. table.Immutables.Where(rule => rule.Columns.Count > 1).Select(rule => new Change(
            rule.Name, $"{rule.Columns[0]} left out", table with { Immutables = Put(table.Immutables, rule, rule with { Columns = [.. rule.Columns.Skip(1)] }) })),
        .. table.ForeignKeys.Select(link => OfLink(table, link)),
    ];

    /// <summary>The first change nobody allows is allowed, and the first that is allowed is not.</summary>
    private static IEnumerable<Change> OfTransition(TableDesign table, TransitionDesign rule)
    {
        var states = rule.Allowed.SelectMany(change => new[] { change.From, change.To }).Concat(rule.Initial).Distinct(StringComparer.Ordinal).ToArray();
        var forbidden = states.SelectMany(from => states.Select(to => (From: from, To: to))).FirstOrDefault(pair => pair.From != pair.To && !rule.Allowed.Any(change => change.From == pair.From && change.To == pair.To));
        if (forbidden.From is not null)
        {
            yield return new(rule.Name, $"{forbidden.From} to {forbidden.To} allowed", table with { Transitions = Put(table.Transitions, rule, rule with { Allowed = [.. rule.Allowed, new(forbidden.From, forbidden.To, rule.Origin)] }) });
        }

        if (rule.Allowed.Count > 1)
        {
            yield return new(rule.Name, $"{rule.Allowed[0].From} to {rule.Allowed[0].To} forbidden", table with { Transitions = Put(table.Transitions, rule, rule with { Allowed = [.. rule.Allowed.Skip(1)] }) });
        }
    }

    private static Change OfLink(TableDesign table, ForeignKeyDesign link)
    {
        var other = link.OnDelete == Domain.DeleteRule.Restrict ? Domain.DeleteRule.Cascade : Domain.DeleteRule.Restrict;
        return new(link.Name, $"{other} instead of {link.OnDelete} when the row it refers to goes", table with { ForeignKeys = Put(table.ForeignKeys, link, link with { OnDelete = other }) });
    }

    private static Seq<T> Put<T>(Seq<T> rules, T old, T changed) where T : class => [.. rules.Select(rule => ReferenceEquals(rule, old) ? changed : rule)];
}
