using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Title and weight of a shown piece cannot be changed", "stops and fares of a published tour are read-only": the named fields, or the named parts, of rows with a quality.</summary>
internal sealed class FreezesNamed : IRulePattern
{
    private static readonly string[] Changing = ["changed", "edited", "modified", "altered", "amended", "updated", "change"];
    private static readonly string[] Still = ["read-only", "immutable", "frozen", "locked"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var of = Phrase.IndexOf(words, 1, "of");
        if (of < 1 || words.Count > 30 || Phrase.Has(words, "unless", "until", "if", "when", "once", "except", "only", "while", "after", "before") || SubjectPhrase.At(line.Vocabulary, words, of + 1, words.Count) is not { Which: { } which, Only: false, None: false } whole || !Denies(words, whole.End))
        {
            return null;
        }

        return Fields(line, whole, which, words, of) ?? Parts(line, whole, which, words, of);
    }

    /// <summary>Nothing but the denial up to the end of the clause.</summary>
    private static bool Denies(Seq<Token> words, int from)
    {
        var end = Phrase.IndexOf(words, from, ";", ".");
        var rest = words.Skip(from).Take((end < 0 ? words.Count : end) - from).ToArray();
        var still = rest.Any(word => word.IsAny(Still));
        return rest.Length > 1 && (still || rest[^1].IsAny(Changing) && rest.Any(word => word.IsAny("cannot", "not", "never"))) && rest.All(word => word.IsAny(Still) || word.IsAny(Changing) || word.IsAny("cannot", "must", "may", "shall", "not", "never", "be", "is", "are", "then", "or"));
    }

    private static Reading? Fields(RuleLine line, SubjectPhrase whole, Expr which, Seq<Token> words, int of)
    {
        var fields = FieldLists.Read(new Speech(line.Vocabulary, whole.Terms), words, 0, of);
        if (fields.Count == 0 || fields.Any(field => field.Entity != whole.Terms.Name || !field.IsOwn))
        {
            return null;
        }

        var names = fields.Select(field => field.Column.Name).Distinct(StringComparer.Ordinal).ToSeq();
        return Reading.Of(new RuleDraft(whole.Terms.Name, $"{string.Join(' ', names)} no change when {whole.Name}", new(TriggerKind.OnChange, names), new Unchangeable(names, which)));
    }

    private static Reading? Parts(RuleLine line, SubjectPhrase whole, Expr which, Seq<Token> words, int of)
    {
        var rules = new List<RuleDraft>();
        for (var at = 0; at < of; at++)
        {
            if (words[at].IsAny(",", "and", "the", "all"))
            {
                continue;
            }

            var named = line.Vocabulary.EntityAt(words, at, out var width);
            var links = line.Vocabulary.Children(whole.Terms.Name).Where(link => link.Child != whole.Terms.Name && (named is not null ? link.Child == named.Name || IsPart(link.Child, whole.Terms.Name, words[at]) : IsPart(link.Child, whole.Terms.Name, words[at]))).Take(2).ToArray();
            if (links is not [var part])
            {
                return null;
            }

            rules.Add(new(part.Child, $"no change when {part.Role} {whole.Name}", new(TriggerKind.OnChange, []), new Unchangeable([], which.From(part.Role))));
            at += named is not null && named.Name == part.Child ? width - 1 : 0;
        }

        return rules.Count < 2 ? null : Reading.Of(rules);
    }

    /// <summary>"Steps" of a recipe are its recipe steps.</summary>
    private static bool IsPart(string child, string whole, Token word) =>
        word.Kind == TokenKind.Word && string.Equals(Naming.EntityKey(child), $"{Naming.EntityKey(whole)}_{Nouns.Singular(word.Lower)}", StringComparison.Ordinal);
}
