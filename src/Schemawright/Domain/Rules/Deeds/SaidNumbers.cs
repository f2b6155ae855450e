using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>A number as a sentence names it, seen from some rows: an attribute, that of what they refer to, or how many parts there are.</summary>
internal sealed record Quantity(Expr Value, string Name);

/// <summary>Finds the number that words mean: "passengers", "loaves planned", "its tram has seats", "the seats of its room", "confirmed guests".</summary>
internal static class SaidNumbers
{
    private static readonly string[] Holding = ["has", "have", "allows", "allow", "offers", "offer", "holds", "hold", "takes", "take", "provides", "permits", "seats", "can", "fits"];
    private static readonly string[] General = ["number", "count", "quantity", "amount", "total", "no", "max", "maximum", "capacity", "limit"];

    public static Quantity? Read(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int from, int to, string hint = "")
    {
        while (to > from && (words[to - 1].Kind == TokenKind.Mark || words[to - 1].IsAny("allow", "allows", "permits", "available")))
        {
            to--;
        }

        var start = Speech.SkipDeterminers(words, from);
        var counted = Phrase.At(words, start, "number", "of");
        return start >= to ? null
            : Had(vocabulary, rows, words, start, to, hint) ?? Named(vocabulary, rows, words, start, to) ?? (counted ? Named(vocabulary, rows, words, start + 2, to) : null)
                ?? Parts(vocabulary, rows, words, counted ? start + 2 : start, to) ?? Alike(rows, [], words, counted ? start + 2 : start, to, hint) ?? Owned(vocabulary, rows, words, counted ? start + 2 : start, to, hint);
    }

    private static Quantity? Named(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int from, int to) =>
        new Speech(vocabulary, rows).At(words, from) is { Column: { IsNumber: true, IsForeignKey: false } } operand && operand.Entity == rows.Name && operand.End >= to ? new(operand.Ref, operand.Column.Name) : null;

    /// <summary>"its tram has seats", "there are seats": whose number it is stands before.</summary>
    private static Quantity? Had(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int from, int to, string hint)
    {
        var verb = Enumerable.Range(from, to - from).FirstOrDefault(at => words[at].IsAny(Holding), to);
        if (verb >= to - 1)
        {
            return null;
        }

        var own = words[from].IsAny("it", "they", "there") || vocabulary.EntityAt(words, from, out var width) == rows && from + width == verb;
        if (own)
        {
            return Alike(rows, [], words, verb + 1, to, hint);
        }

        return new Speech(vocabulary, rows).ReferenceAt(words, from, out width) is { } reference && from + width == verb ? Alike(vocabulary.Of(reference.Parent!), [reference.Role!], words, verb + 1, to, hint) : null;
    }

    /// <summary>"seats of its room", "its room's seats".</summary>
    private static Quantity? Owned(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int from, int to, string hint)
    {
        var of = Enumerable.Range(from, to - from).FirstOrDefault(at => words[at].IsAny("of", "in", "on"), -1);
        var owner = of < 0 ? -1 : Speech.SkipDeterminers(words, of + 1);
        return of > from && owner < to && new Speech(vocabulary, rows).ReferenceAt(words, owner, out var width) is { } reference && owner + width >= to ? Alike(vocabulary.Of(reference.Parent!), [reference.Role!], words, from, of, hint)
            : of > from && owner < to && vocabulary.EntityAt(words, owner, out width) == rows && owner + width >= to ? Alike(rows, [], words, from, of, hint) : null;
    }

    private static Quantity? Parts(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int from, int to) =>
        SubjectPhrase.At(vocabulary, words, from, to) is { None: false, Only: false } phrase && phrase.End >= to && phrase.Terms != rows && vocabulary.Children(rows.Name).Where(link => link.Child == phrase.Terms.Name).Take(2).ToArray() is [var only]
            ? new(new Aggregate(AggregateKind.Count, only.Child, only.Role, null, phrase.Which), $"{phrase.Name} {only.Child}".Trim()) : null;

    /// <summary>The one number whose name has these words, or of several the one that also has the word of the other side.</summary>
    private static Quantity? Alike(EntityTerms terms, Seq<string> roles, Seq<Token> words, int from, int to, string hint)
    {
        var said = words.Skip(from).Take(to - from).Where(word => word.Kind == TokenKind.Word && !word.IsAny("the", "a", "its", "of", "there", "for")).Select(word => Nouns.Singular(word.Lower)).ToArray();
        var numbers = said.Length is 0 or > 3 ? [] : terms.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false } && said.Any(word => column.Words.Any(part => Nouns.Singular(part) == word))
            && column.Words.All(part => General.Contains(part, StringComparer.Ordinal) || said.Contains(Nouns.Singular(part), StringComparer.Ordinal) || Nouns.Singular(part) == hint)).ToArray();
        numbers = numbers.Length > 1 ? Array.FindAll(numbers, column => column.Words.Any(part => Nouns.Singular(part) == hint)) : numbers;
        return numbers.Length == 1 && (said.Length == 1 || numbers[0].Words.Count(part => said.Contains(Nouns.Singular(part), StringComparer.Ordinal)) > 0) ? new(new Ref([.. roles, numbers[0].Name]), numbers[0].Name) : null;
    }
}
