using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Paid bills and their lines cannot be changed", "a sealed barrel and its samples are read-only": the rows of that quality stay, and what belongs to them.</summary>
internal sealed class FreezesWithParts : IRulePattern
{
    private static readonly string[] Changing = ["changed", "edited", "modified", "altered", "amended", "updated"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var denied = Phrase.IndexOf(words, 3, "cannot", "can't", "never", "not", "read-only", "immutable", "frozen");
        var and = denied < 0 ? -1 : Phrase.IndexOf(words, 1, "their", "its");
        if (words.Count > 20 || denied < 4 || and < 2 || and > denied || !words[and - 1].Is("and") || Phrase.Has(words, "unless", "until", "if", "when", "once", "except", "only", "while", "after")
            || !(words[denied].IsAny("read-only", "immutable", "frozen") || words.Skip(denied).Any(word => word.IsAny(Changing))) || SubjectPhrase.At(line.Vocabulary, words, 0, and - 1) is not { Which: { } which, Only: false, None: false } whole || whole.End != and - 1)
        {
            return null;
        }

        var part = line.Vocabulary.Children(whole.Terms.Name).FirstOrDefault(link => IsNamed(line, link.Child, words, and + 1));
        return part is null ? null : Reading.Of(
            new(whole.Terms.Name, $"no change when {whole.Name}", new(TriggerKind.OnChange, []), new Unchangeable([], which)),
            new(part.Child, $"no change when {part.Role} {whole.Name}", new(TriggerKind.OnChange, []), new Unchangeable([], which.From(part.Role))));
    }

    /// <summary>"Lines" of a bill are its bill lines.</summary>
    private static bool IsNamed(RuleLine line, string child, Seq<Token> words, int at) =>
        line.Vocabulary.EntityAt(words, at, out _)?.Name == child || Phrase.Key(words, at, 1) is { } key && Facts.Language.Naming.EntityKey(child).EndsWith("_" + key, StringComparison.Ordinal);
}
