using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"One permit per vendor and market", "attendance is noted once per pupil and lesson", "nobody can enrol twice in the same course", "each owner votes once per ballot": at most one row per all that is named.</summary>
internal sealed class OnceEach : IParaphrase
{
    private static readonly string[] Nobody = ["nobody", "no", "each", "every", "a", "an", "the"];
    private static readonly string[] Small = ["the", "a", "an", "same", "in", "for", "on", "at", "to", "of", "per", "each", "every", "one", "and", "any", "single", "given", "by"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 4 or > 18 || Phrase.Has(words, "if", "when", "unless", "least", "until", "day", "week", "month", "year", "hour", "days") ? null : Bare(line, words) ?? Told(line, words);
    }

    /// <summary>"One X per A and B".</summary>
    private static RuleLine? Bare(RuleLine line, Seq<Token> words)
    {
        var one = words[0].IsAny("only", "just", "exactly") ? 1 : 0;
        return words[one].IsAny("one") && line.Vocabulary.EntityAt(words, one + 1, out var width) is { } rows && one + 1 + width < words.Count && words[one + 1 + width].IsAny("per", "for") && References(line, rows, words, one + 2 + width, []) is { Count: > 0 } all
            ? Said(line, rows, all) : null;
    }

    /// <summary>"… once per A and B", "… twice in the same B": the rows are those that the verb or the noun before tells.</summary>
    private static RuleLine? Told(RuleLine line, Seq<Token> words)
    {
        var at = Phrase.IndexOf(words, 2, "once", "twice");
        var denied = words[0].IsAny("nobody", "no") || words.Any(word => word.IsAny("cannot", "not", "never"));
        if (at < 0 || at + 2 >= words.Count || words[at].Is("twice") != denied || !words[at + 1].IsAny("per", "for", "in", "on", "at", "to") || words[at - 1].Is("than") || words[at].Is("once") && Phrase.Has([.. words.Take(at)], "may", "can") && !words[at - 1].Is("only"))
        {
            return null;
        }

        foreach (var rows in line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail && words.Take(at).Any(word => word.Kind == TokenKind.Word && word.Lower.Length > 3 && Naming.Words(terms.Name) is var name && (Stems.Same(name[^1], word.Lower) || Bynames.SameDeed(name[^1], word.Lower)))))
        {
            if (new Speech(line.Vocabulary, rows).Within(words, 0, at) is { IsOwn: true, Column.IsForeignKey: false } told && told.Entity == rows.Name && !told.Column.IsMoment)
            {
                continue;
            }

            var doer = line.Vocabulary.EntitiesIn([.. words.Take(at)]).FirstOrDefault(terms => terms != rows) is { } who && new Speech(line.Vocabulary, rows).ReferenceTo(who) is { } by ? by.Role!
                : words[0].IsAny(Nobody) && !words[0].IsAny("a", "an", "the", "each", "every") || line.Vocabulary.EntitiesIn([.. words.Take(at)]).All(terms => terms == rows) ? null : "";
            if (doer == "" || References(line, rows, words, at + 1, doer is null ? [] : [doer]) is not { Count: > 0 } all)
            {
                continue;
            }

            // Whoever does it is the one other thing that each row refers to.
            var rest = rows.References.Where(link => link.Required && !all.Contains(link.Role!)).ToArray();
            return doer is null && words[0].Is("nobody") ? rest is [var person] ? Said(line, rows, [person.Role!, .. all]) : null : Said(line, rows, all);
        }

        return null;
    }

    /// <summary>The roles and attributes that all the words to the end name; none where a word names nothing.</summary>
    private static List<string>? References(RuleLine line, EntityTerms rows, Seq<Token> words, int from, List<string> found)
    {
        var speech = new Speech(line.Vocabulary, rows);
        for (var at = from; at < Rewording.End(words);)
        {
            if (words[at].IsAny(Small))
            {
                at++;
            }
            else if (speech.ReferenceAt(words, at, out var width) is { } reference)
            {
                found.Add(reference.Role!);
                at += width;
            }
            else if (speech.At(words, at) is { IsOwn: true } operand && operand.Entity == rows.Name)
            {
                found.Add(operand.Column.Name);
                at = operand.End;
            }
            else
            {
                return null;
            }
        }

        return found;
    }

    private static RuleLine? Said(RuleLine line, EntityTerms rows, List<string> names) => names.Distinct(StringComparer.Ordinal).Count() < names.Count ? null
        : line.About(rows, [.. "there can be at most one".Split(' ').Select(Rewording.Word), Rewording.Word(rows.Name), Rewording.Word("per"), .. names.SelectMany((name, at) => at == 0 ? [Rewording.Word(name)] : (Token[])[Rewording.Word("and"), Rewording.Word(name)])]);
}
