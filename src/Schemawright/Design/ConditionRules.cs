using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>A condition as a check when one row decides at all times, else as a row rule at the event it speaks of.</summary>
internal sealed class ConditionRules(DataDesign design, ObjectNames names)
{
    public PlacedRule Place(TableDesign table, Rule rule, Expr condition)
    {
        var carried = RuleColumns.Carry(design, table, condition);
        if (carried.Expr is not { } must)
        {
            return carried.EncryptedOnly
                ? new(table, new(rule.Id, Fate.AnsweredElsewhere, "", table.Name, null, $"The application checks the value itself: {carried.Missing}."))
                : RuleMechanisms.Unclear(table, rule, carried.Missing);
        }

        if (rule.Trigger.Kind != TriggerKind.OnDelete && HeldAlready.By(table, must) is { } held)
        {
            return new(table, new(rule.Id, Fate.Enforced, held, table.Name, null, "The column's type and its NOT NULL keep it for every row, so no second constraint says it again."));
        }

        if (TenantKept.Same(design, table, rule, must) is { } kept)
        {
            return kept;
        }

        return rule.Trigger.Kind == TriggerKind.Always && must.IsSameRow() && !NeedsOthersZone(table, must) ? Check(table, rule, must) : RowRule(table, rule, must);
    }

    /// <summary>The row that names the zone is another one.</summary>
    private bool NeedsOthersZone(TableDesign table, Expr must) => LocalDays.IsElsewhere(table) && LocalDays.Decide(design, table, must);

    private PlacedRule Check(TableDesign table, Rule rule, Expr must)
    {
        if (table.Checks.FirstOrDefault(check => check.Condition == must) is { } same)
        {
            return new(table, RuleMechanisms.Enforced(table, rule, "CHECK", same.Name, "The same condition is already checked."));
        }

        if (must is OneOf { Term: Ref { IsOwn: true } listed } choice && IsWholeList(table.Find(listed.Attribute), choice))
        {
            var list = ObjectNames.Shortened($"{table.Name}_{listed.Attribute}", "_values");
            return new(table, RuleMechanisms.Enforced(table, rule, "CHECK", list, "The column's own list of values says the same."));
        }

        var name = names.Claim(table.Name, [rule.Name], "check");
        return new(table with { Checks = [.. table.Checks, new(name, must, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin)] },
            RuleMechanisms.Enforced(table, rule, "CHECK", name, "One row decides, so every stored row satisfies it at all times."));
    }

    private static bool IsWholeList(ColumnDesign? column, OneOf choice) =>
        column is { Type: { Kind: DataKind.Enumeration, IsArray: false } type } && type.Values.Count > 0
        && type.Values.ToHashSet(StringComparer.Ordinal).SetEquals(choice.Values.Select(value => value.Text));

    private PlacedRule RowRule(TableDesign table, Rule rule, Expr must)
    {
        var trigger = rule.Trigger;
        must = must.Rewrite(node => node is Ref { IsOwn: true, Old: false } own && table.Find(own.Attribute)?.Generated is { } generated ? generated : node);
        var watched = Watched(table, trigger, must);
        if (trigger.Kind is TriggerKind.OnEnter or TriggerKind.OnChange && watched.Count == 0)
        {
            return RuleMechanisms.Unclear(table, rule, $"{table.Name} has no {string.Join(", ", trigger.Attributes)}");
        }

        var entering = DesignEdits.AllOf([trigger.Kind == TriggerKind.OnEnter ? Entering(trigger, watched[0]) : null, .. Reachable(table, must)]);
        var onInsert = trigger.Kind != TriggerKind.OnDelete && trigger.FromStates.Count == 0 && !must.UsesOld();
        var name = names.Claim(table.Name, [rule.Name], "rule");
        var row = new RowRuleDesign(name, onInsert, watched, trigger.Kind == TriggerKind.OnDelete, entering, must, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin);
        return new(table with { RowRules = [.. table.RowRules, row] }, RuleMechanisms.Enforced(table, rule, "trigger", name, trigger.Kind == TriggerKind.Always && must.IsSameRow() ? "Its days begin in the time zone that another row names, which a check cannot see; a trigger compares when the value is given." : Why(trigger.Kind, must)));
    }

    private Seq<string> Watched(TableDesign table, RuleTrigger trigger, Expr must) => trigger.Kind switch
    {
        TriggerKind.OnInsert or TriggerKind.OnDelete => [],
        TriggerKind.OnChange or TriggerKind.OnEnter => trigger.Attributes.Select(attribute => RuleColumns.ColumnOf(table, attribute)).OfType<string>().ToSeq(),
        _ => must.Refs().Concat(LocalDays.Decide(design, table, must) && table.Zone is { } zone ? [zone] : []).Select(reference => RuleColumns.ColumnOf(table, reference.Path[0])).OfType<string>().Distinct(StringComparer.Ordinal).ToSeq(),
    };

    private static Expr Entering(RuleTrigger trigger, string column)
    {
        Expr entered = new OneOf(Ref.To(column), trigger.States.Select(Literal.String).ToSeq());
        return trigger.FromStates.Count == 0
            ? entered
            : new And([entered, new OneOf(new Ref([column], Old: true), trigger.FromStates.Select(Literal.String).ToSeq())]);
    }

    /// <summary>
    /// "Is given" is false, not unknown, where the walk finds no row; whether there must be one is the foreign key's to say.
    /// </summary>
    private IEnumerable<Expr> Reachable(TableDesign table, Expr must) => must.Nodes().OfType<IsPresent>()
        .Select(present => present.Term).OfType<Ref>().Where(reference => !reference.IsOwn)
        .Select(reference => (Expr)new IsPresent(reference with { Path = [.. reference.Path.Take(reference.Path.Count - 1), RuleColumns.KeyAtEnd(design, table, reference)] }))
        .Distinct();

    private static string Why(TriggerKind kind, Expr must) => kind switch
    {
        TriggerKind.OnEnter => "It holds at the moment the state is entered, so a trigger compares then.",
        TriggerKind.OnInsert => "It holds when the row is created and not for ever, so a trigger compares then.",
        TriggerKind.OnDelete => "It holds when the row is deleted, so a trigger compares then.",
        TriggerKind.OnChange => "It holds when the value is given, so a trigger compares then.",
        _ when WorkingDays.AreCountedIn(must) => "It counts working days, and holidays are entered later; a trigger compares when the value is given.",
        _ when must.UsesClock() => "It compares with the clock, and a check that depends on the day goes wrong by itself; a trigger compares when the value is given.",
        _ => "It compares with other rows, which a check cannot see; a trigger locks and compares them.",
    };
}
