using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>The stated recovery targets; a missing one gets the usual value and a question.</summary>
internal sealed class RecoveryTargets(DomainModel domain, Findings findings)
{
    private readonly List<string> _reasons = [];

    public Seq<string> Reasons => _reasons.ToSeq();

    public Period Strictest(RecoveryKind kind, Period usual, string what) => Choose(kind, usual, what, stated => stated.MinBy(target => target.Period!.ApproximateSeconds)!);

    public Period Longest(RecoveryKind kind, Period usual, string what) => Choose(kind, usual, what, stated => stated.MaxBy(target => target.Period!.ApproximateSeconds)!);

    private Period Choose(RecoveryKind kind, Period usual, string what, Func<List<RecoveryTarget>, RecoveryTarget> choose)
    {
        var stated = domain.Recovery.Where(target => target.Kind == kind && target.Period is not null).ToList();
        if (stated.Count > 0)
        {
            var chosen = choose(stated);
            _reasons.Add($"{char.ToUpperInvariant(what[0])}{what[1..]}: {chosen.Period} ({chosen.Words}){(stated.Count > 1 ? $", the most careful of {stated.Count} stated" : "")}");
            return chosen.Period!;
        }

        var id = ClarificationId.From("recovery", kind.ToString());
        findings.Ask(new(id, ClarificationReason.Missing, $"What do you require: {what}?",
            [usual.ToString(), "The period that the answer gives"], $"{usual} is assumed.", [], ["recovery"], kind is RecoveryKind.Rpo or RecoveryKind.Rto ? 3 : 1, 3));
        if (findings.AnswerTo(id) is { } answer && Periods.In(answer.Text) is { Amount: > 0 } wanted)
        {
            findings.Settle(id);
            _reasons.Add($"{char.ToUpperInvariant(what[0])}{what[1..]}: {wanted}, as the author answered {id}");
            return wanted;
        }

        _reasons.Add($"{char.ToUpperInvariant(what[0])}{what[1..]}: {usual}, assumed because the documents do not say");
        return usual;
    }
}
