using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Boats cannot be transferred to another club", "cannot move lockers": the reference to the parent never changes.</summary>
internal sealed class KeepsParent : IRulePattern
{
    private static readonly string[] Moving = ["transfer", "transferred", "move", "moved", "reassign", "reassigned"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var denied = Phrase.IndexOf(words, 0, "cannot", "can't", "never", "not");
        var verb = denied < 0 ? -1 : Phrase.IndexOf(words, denied, Moving);
        if (verb < 0 || verb - denied > 2 || words.Count > 14 || Phrase.Has(words, "if", "when", "unless", "while", "once", "after", "until", "only"))
        {
            return null;
        }

        var after = Speech.SkipDeterminers(words, verb + 1);
        var moved = after < words.Count ? line.Vocabulary.EntityAt(words, after, out _) : null;
        var to = Phrase.IndexOf(words, verb, "to", "between");
        var target = to < 0 ? null : line.Vocabulary.EntitiesIn([.. words.Skip(to)]).FirstOrDefault();
        var terms = moved is not null && moved != target ? moved : denied > 0 ? line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, 0), out _) : line.Subject;
        var parents = terms?.References.Where(link => link.Required && (target is null || link.Parent == target.Name)).ToArray();
        return terms is not null && parents is [var parent]
            ? Reading.Of(new RuleDraft(terms.Name, $"{parent.Role} never changes", new(TriggerKind.OnChange, [parent.Name]), new Unchangeable([parent.Name], null))) : null;
    }
}
