using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>"A loan" under a heading about boat loans is a boat loan, though there are loans of books, too.</summary>
internal static class SharedHeads
{
    public static Seq<Token> Named(Seq<Token> words, EntityTerms? place, Vocabulary vocabulary)
    {
        var name = place is null ? [] : Naming.Words(place.Name);
        if (name.Count < 2 || !vocabulary.IsSharedHead(Nouns.Singular(name[^1])))
        {
            return InState(words, vocabulary);
        }

        return [.. words.Select((word, at) => Nouns.Singular(word.Lower) == Nouns.Singular(name[^1]) && IsAlone(words, at, place!, vocabulary) ? Rewording.Word(place!.Name) : word)];
    }

    /// <summary>"Shipped loans": of the things called so only one is ever shipped.</summary>
    private static Seq<Token> InState(Seq<Token> words, Vocabulary vocabulary)
    {
        var at = Speech.SkipDeterminers(words, 0) + 1;
        if (at >= words.Count || words[at].Kind != TokenKind.Word || !vocabulary.IsSharedHead(Nouns.Singular(words[at].Lower)))
        {
            return words;
        }

        var called = vocabulary.All.Where(terms => Naming.Words(terms.Name) is { Count: > 1 } parts && parts[^1] == Nouns.Singular(words[at].Lower) && terms.State is { } state && Clauses.Values.Enumerated(words[at - 1].Text, state) is not null).Take(2).ToArray();
        return called is [var only] && IsAlone(words, at, only, vocabulary) ? [.. words.Take(at), Rewording.Word(only.Name), .. words.Skip(at + 1)] : words;
    }

    /// <summary>No part of a longer name, be it of an entity or an attribute.</summary>
    private static bool IsAlone(Seq<Token> words, int at, EntityTerms place, Vocabulary vocabulary) =>
        !Enumerable.Range(Math.Max(0, at - 3), at - Math.Max(0, at - 3)).Any(from => vocabulary.EntityAt(words, from, out var width) is not null && from + width > at)
        && !(at + 1 < words.Count && words[at + 1].Kind == TokenKind.Word && Phrase.Key(words, at, 2) is { } longer && (place.Exact(longer) is not null || vocabulary.OwnersOf(longer).Count > 0))
        && !(at > 0 && words[at - 1].Kind == TokenKind.Word && Phrase.Key(words, at - 1, 2) is { } ending && (place.Exact(ending) is not null || vocabulary.OwnersOf(ending).Count > 0));
}
