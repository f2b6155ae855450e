using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Facts.Rules.Scenarios;

namespace Schemawright.Facts.Rules;

/// <summary>Reads sentences and bullets that demand something: must, shall, cannot, only, at most, unique …</summary>
internal sealed class RuleSentenceReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (ProductDemands.Reason(line) is { } reason)
            {
                facts.Classify(line.Span, StatementClass.Technology, reason);
            }
            else if (RequiredField(line) is { } needed)
            {
                facts.Add(new RuleFact(null, null, line.Headings, line.Keys, null, needed, RuleSubjects.Of(line.Headings), FactForm.List, document.Kind, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "a field under a line that calls its fields required");
            }
            else if ((line.IsRuleRow || IsRule(line) || IsListed(document, line) || RefusesTwins(line) || TellsStates(line)) && Scenario.Outcome(line.Whole) is null && RuleContext.Of(line) is null)
            {
                var (label, said) = Cells(line);
                var (code, text) = label is null && line.Code is null ? RuleCodes.Split(said) : (line.Code, said);
                facts.Add(new RuleFact(
                    code, null, line.Headings, Asked(line) is { } asked ? [.. line.Keys, asked] : line.Keys, label, text, RuleSubjects.Of(line.Headings),
                    line.IsRuleRow ? FactForm.Table : line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List, document.Kind, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, line.IsRuleRow ? "a row of a table of rules" : IsRule(line) ? "a demand, told by its modal words" : "stands among the business rules");
            }
        }
    }

    /// <summary>"Pet weight | at most 200 kg" is a field and its rule; of an answered question only the answer counts.</summary>
    private static (string? Label, string Text) Cells(OutlineLine line)
    {
        var bar = line.Label is null && line.Form == OutlineForm.Bullet ? line.Text.IndexOf(" | ", StringComparison.Ordinal) : -1;
        return bar is > 0 and < 60 ? (line.Text[..bar].Trim(), line.Text[(bar + 3)..].Trim())
            : line.Label is { } asked && asked.Contains('?', StringComparison.Ordinal) || line.Label?.ToLowerInvariant() is "a" or "answer" ? (null, Answers.Of(line.Text))
            : line.Keys.Any(key => key.EndsWith('?')) && line.Text.Opens("A:", "Answer:") ? (null, line.Text[(line.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
            : Answers.Of(line.Whole) is var answer && answer != line.Whole ? (null, answer) : (line.Label, line.Text);
    }

    /// <summary>The question that the line answers; null when it answers none, or stands under it anyway.</summary>
    private static string? Asked(OutlineLine line)
    {
        var mark = line.Label is { } label && label.TrimEnd().EndsWith('?') ? label : Answers.Of(line.Whole) != line.Whole ? line.Whole[..(line.Whole.IndexOf('?', StringComparison.Ordinal) + 1)] : null;
        return mark is null || line.Keys.Contains(mark, StringComparer.Ordinal) ? null : mark.Trim('*', ' ');
    }

    /// <summary>Under "a form with required fields:" each bullet is a field that must be given: "Amount (with currency)" is an amount and a currency.</summary>
    private static string? RequiredField(OutlineLine line)
    {
        if (line is not { Form: OutlineForm.Bullet, Label: null, HasChildren: false, Topic: HeadingTopic.None } || line.Keys.Count == 0 || !line.Key.Says("required fields", "mandatory fields", "required information", "required attributes") || line.Text.Count(character => character == ' ') > 6)
        {
            return null;
        }

        var bracket = line.Text.IndexOf('(', StringComparison.Ordinal);
        var name = (bracket > 0 ? line.Text[..bracket] : line.Text).Trim().TrimEnd('.');
        var with = bracket > 0 ? line.Text[(bracket + 1)..].TrimEnd(')', '.') : "";
        return name.Length == 0 ? null : with.StartsWith("with ", StringComparison.OrdinalIgnoreCase) && !with[5..].Contains(' ', StringComparison.Ordinal) ? $"{name} and {with[5..]} are required" : $"{name} is required";
    }

    /// <summary>An edge case that shows a value may not come twice: "Email already registered: …", "Duplicate codes: an error".</summary>
    private static bool RefusesTwins(OutlineLine line) =>
        line is { Form: OutlineForm.Bullet, Topic: HeadingTopic.None or HeadingTopic.Process, IsLabelOnly: false } && (line.Whole.Says("already exists", "already registered", "already taken", "already in use", "already-used") || line.Label is { } label && label.Opens("duplicate"));

    /// <summary>In a section on states a sentence without a modal word tells a way: "a lodged appeal is upheld or dismissed".</summary>
    private static bool TellsStates(OutlineLine line) =>
        line is { Form: OutlineForm.Bullet or OutlineForm.Sentence, IsLabelOnly: false, HasChildren: false } && line.Topic is HeadingTopic.None or HeadingTopic.Process && line.Headings.TakeLast(2).Any(Structure.States.StateWords.Announces) && line.Text.Count(character => character == ' ') >= 2 && !line.Text.TrimEnd().EndsWith(':');

    /// <summary>Among business rules a statement is a rule without a modal word: "a cottage sleeps up to six", "lost parcels are final".</summary>
    private static bool IsListed(ProductDocument document, OutlineLine line) =>
        document.Kind == DocumentKind.BusinessRules && line is { Form: OutlineForm.Bullet or OutlineForm.Sentence, Topic: HeadingTopic.None, IsLabelOnly: false, HasChildren: false } && (line.Label is null || IsRange(line))
        && (line.Text.Count(character => character == ' ') >= (line.Keys.Any(key => key.EndsWith('?')) || IsRange(line) ? 1 : line.Form == OutlineForm.Bullet ? 2 : 3) || line.Text.Contains(" → ", StringComparison.Ordinal) || line.Text.Contains(" -> ", StringComparison.Ordinal)) && !line.Text.TrimEnd('*', ' ').EndsWith('?') && !line.Text.TrimEnd().EndsWith(':') && !line.Whole.Says("this file", "this document", "fields marked", "not required", "user story", "i want");

    /// <summary>"Replacement value: 1 to 5000": a name, and from what to what it goes.</summary>
    private static bool IsRange(OutlineLine line) =>
        line is { Form: OutlineForm.Bullet, Label: { } label } && label.Count(character => character == ' ') < 4 && line.Text.Trim().TrimEnd('.').Split(' ') is [[>= '0' and <= '9', ..] first, "to" or "-" or "–", [>= '0' and <= '9', ..] last, ..] parts && parts.Length < 6 && !first.Contains(':', StringComparison.Ordinal) && !last.Contains(':', StringComparison.Ordinal);

    /// <summary>Sections on looks, machines and markets demand much, and nothing of the data.</summary>
    private static bool IsRule(OutlineLine line) => line switch
    {
        { Form: OutlineForm.Program } or { IsLabelOnly: true } => false,
        _ when line.Text.TrimEnd('*', ' ').EndsWith('?') => false,
        { Topic: HeadingTopic.Interface or HeadingTopic.Infrastructure or HeadingTopic.Prose } => false,
        { Topic: HeadingTopic.Process } => Modality.IsStrong(line.Text),
        _ when line.Whole.Says("this file", "this document", "fields marked", "not required", "user story", "i want") => false,
        _ when line.StandsUnder("scale*", "scalability", "performance*", "capacity", "response time*") && Quantities.First(line.Text) is not null => false,
        { Form: OutlineForm.Bullet } when line.KeysSay("must be enforced", "must always hold", "must hold", "must be validated", "following rules apply", "following invariants") => true,
        { Form: OutlineForm.Bullet } => Modality.IsRule(line.Text) || Modality.IsStrong(line.Whole) || Modality.IsBound(line.Whole),
        _ => Modality.IsStrong(line.Whole),
    };
}
