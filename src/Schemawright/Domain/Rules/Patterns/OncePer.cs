using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The same drug must not appear twice on one prescription", "an ingredient can be listed only once in a batch", "no guest may be entered twice
/// for the same day": all that the sentence names together is a key of the one kind of row that has all of it.
/// </summary>
internal sealed class OncePer : IRulePattern
{
    private const int Longest = 22;

    private static readonly string[] Between =
        ["the", "a", "an", "same", "one", "each", "every", "any", "single", "given", "its", "their", "in", "on", "per", "for", "of", "within", "at", "to", "into", "from", "with", "and", "only", "once", "twice", "more", "than", "most", "not", "no", "cannot", "never", "must", "may", "can", "should", "be", "is", "are", "have", "has", "been", "two", "times", "exactly", "ever", "by"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 5 or > Longest || Repeated(words) is not { } repeated || Phrase.Has(words, "if", "unless", "when", "until", "while", "except", "without", "between", "before", "after", "days", "hours", "weeks", "months"))
        {
            return null;
        }

        var (things, others) = Named(line, words);
        if (others <= 1 && things is [var alone] && line.Vocabulary.EntityAt(words, alone.At, out _) is null && words.Take(repeated).Any(word => word.IsAny("used", "assigned", "given", "issued", "occur", "appear", "exist", "imported", "entered", "recorded", "registered")) && line.Vocabulary.OwnersAt(words, alone.At) is [var owner] && Own(owner, words, alone.At, alone.End) is { } single)
        {
            return new() { Keys = [new KeyDraft(owner.Name, [single], false)] };
        }

        var bearers = others > 1 || things.Count is < 2 or > 4 ? [] : line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail && (!Contained(words) || IsPart(line, terms, words, things)) && Keys(line, terms, words, things) is not null).ToArray();
        var named = bearers.Where(terms => words.Any(word => word.Kind == TokenKind.Word && word.Lower.Length > 3 && Stems.Same(word.Lower, Facts.Language.Naming.Words(terms.Name)[^1]))).ToArray();
        var bearer = bearers.Length == 1 ? bearers[0] : named.Length == 1 ? named[0] : bearers.FirstOrDefault(terms => terms == line.Subject);
        return bearer is null || Whole(words, things, repeated) ? null : new() { Keys = [new KeyDraft(bearer.Name, Keys(line, bearer, words, things)!.Value, false)] };
    }

    private static bool Contained(Seq<Token> words) => Phrase.Has(words, "occur", "occurs", "appear", "appears", "contained", "stand", "stands");

    /// <summary>What stands in another thing is told by rows that are part of it: they have its name, nothing but references, or only what belongs to both.</summary>
    private static bool IsPart(RuleLine line, EntityTerms terms, Seq<Token> words, List<(int At, int End)> things) =>
        terms.Entity.Kind != EntityKind.Core || things.Count(thing => line.Vocabulary.EntityAt(words, thing.At, out _) is not null) < 2 || things.Exists(thing => line.Vocabulary.EntityAt(words, thing.At, out _) is { } named && (named == terms || Facts.Language.Naming.Words(named.Name)[^1] is var head && Facts.Language.Naming.Words(terms.Name).Contains(head, StringComparer.Ordinal)));

    /// <summary>"twice" or "more than once" denied, or "only once", "at most once".</summary>
    private static int? Repeated(Seq<Token> words)
    {
        var denied = Phrase.Has(words, "not", "cannot", "no", "never");
        var at = Phrase.IndexOf(words, 1, "twice", "once");
        return at < 1 ? null
            : words[at].Is("twice") ? denied ? at : null
            : words[at - 1].IsAny("only", "most") || (denied && words[at - 1].Is("than")) ? at : null;
    }

    /// <summary>"Once posted" and "once a day" open a condition or a time.</summary>
    private static bool Whole(Seq<Token> words, List<(int At, int End)> things, int repeated) =>
        repeated + 1 < words.Count && words[repeated + 1].IsAny("a", "every") && !things.Exists(thing => thing.At == repeated + 2);

    /// <summary>Where the things stand that may form the key, and how many other words of meaning there are: the verb alone is allowed.</summary>
    private static (List<(int At, int End)> Things, int Others) Named(RuleLine line, Seq<Token> words)
    {
        var (things, others) = (new List<(int At, int End)>(), 0);
        for (var at = 0; at < Rewording.End(words);)
        {
            if (words[at].IsAny(Between))
            {
                at++;
            }
            else if (line.Vocabulary.EntityAt(words, at, out var width) is not null && !(Attribute(line, words, at) is { } longer && longer > at + width))
            {
                things.Add((at, at + width));
                at += width;
            }
            else if (words[at].Is("day") || !words[at].Lower.EndsWith("ed", StringComparison.Ordinal) && Attribute(line, words, at) is not null)
            {
                var end = words[at].Is("day") ? at + 1 : Attribute(line, words, at)!.Value;
                things.Add((at, end));
                at = end;
            }
            else
            {
                others++;
                at++;
            }
        }

        return (things, others);
    }

    /// <summary>The place after the attribute that starts here, of whatever kind of row.</summary>
    private static int? Attribute(RuleLine line, Seq<Token> words, int at)
    {
        for (var length = Math.Min(3, words.Count - at); length > 0; length--)
        {
            if (Phrase.Key(words, at, length) is { Length: > 2 } key && line.Vocabulary.OwnersOf(key).Count > 0)
            {
                return at + length;
            }
        }

        return null;
    }

    /// <summary>What each thing is to the rows: a reference, an attribute, or the rows themselves; null when one is nothing to them.</summary>
    private static Seq<string>? Keys(RuleLine line, EntityTerms terms, Seq<Token> words, List<(int At, int End)> things)
    {
        var speech = new Speech(line.Vocabulary, terms);
        var keys = new List<string>();
        foreach (var (at, end) in things)
        {
            if (line.Vocabulary.EntityAt(words, at, out var noun) is { } named && end <= at + noun)
            {
                if (named == terms)
                {
                    continue;
                }

                if (speech.ReferenceAt(words, at, out var width) is not { } reference || at + width != end)
                {
                    return null;
                }

                keys.Add(reference.Role!);
            }
            else if (Own(terms, words, at, end) is { } own)
            {
                keys.Add(own);
            }
            else
            {
                return null;
            }
        }

        return keys.Count < 2 || keys.Distinct(StringComparer.Ordinal).Count() < keys.Count ? null : keys.ToSeq();
    }

    private static string? Own(EntityTerms terms, Seq<Token> words, int at, int end)
    {
        if (words[at].Is("day"))
        {
            var days = terms.Columns.Where(column => column.IsDate).ToArray();
            return days.Length == 1 ? days[0].Name : null;
        }

        return Phrase.Key(words, at, end - at) is { } key && (terms.Exact(key) ?? terms.Evidence(key)) is { IsForeignKey: false, Type.IsArray: false } column && column.Type.Kind != DataKind.Boolean && column != terms.State ? column.Name : null;
    }
}
