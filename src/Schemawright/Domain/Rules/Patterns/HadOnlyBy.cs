using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Only clerks and chiefs can have a pay limit", "only drafts do without a date": fields that rows of some qualities alone have, or alone may lack.</summary>
internal sealed class HadOnlyBy : IRulePattern
{
    private static readonly string[] Having = ["have", "has", "carry", "carries", "hold", "holds", "bear", "get", "own"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = words.Count is > 4 and < 24 && words[0].Is("only") ? Phrase.IndexOf(words, 2, "can", "may", "have", "has", "carry", "carries", "hold", "holds", "do", "does", "lack", "lacks") : -1;
        if (verb is < 2 or > 8)
        {
            return null;
        }

        var at = verb;
        while (at < words.Count && words[at].IsAny("can", "may", "do", "does", "ever", "be"))
        {
            at++;
        }

        var lacking = at < words.Count && words[at].IsAny("without", "lack", "lacks") || Phrase.At(words, at, "have", "no") || Phrase.At(words, at, "has", "no");
        at += at < words.Count && words[at].IsAny("without", "lack", "lacks") ? 1 : lacking ? 2 : at < words.Count && words[at].IsAny(Having) ? 1 : words.Count;
        return at >= words.Count || Rows(line, [.. words.Skip(1).Take(verb - 1)]) is not { } rows ? null : Made(line, rows, words, at, lacking);
    }

    private static Reading? Made(RuleLine line, Clause rows, Seq<Token> words, int at, bool lacking)
    {
        var terms = line.Vocabulary.Of(rows.Entity);
        var start = Speech.SkipDeterminers(words, at);
        var fields = FieldLists.Read(new Speech(line.Vocabulary, terms), words, start, Rewording.End(words));
        if (fields.Count == 0 || fields.Any(field => field.Entity != terms.Name || !field.IsOwn || rows.Condition.Refs().Any(reference => reference.Attribute == field.Column.Name)))
        {
            return null;
        }

        return Reading.Of(fields.Select(field => lacking
            ? line.Must(terms.Name, $"{field.Column.Name} given unless {rows.Name}", new Implies(Logic.Opposite(rows.Condition), new IsPresent(field.Ref)))
            : line.Must(terms.Name, $"{field.Column.Name} given only when {rows.Name}", new Implies(new IsPresent(field.Ref), rows.Condition))));
    }

    /// <summary>Rows by a quality and their noun, or by values used as nouns: clerks, drafts.</summary>
    private static Clause? Rows(RuleLine line, Seq<Token> words)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { Which: { } which, None: false } phrase && phrase.End == words.Count)
        {
            return new(phrase.Terms.Name, which, phrase.Name);
        }

        var parts = Parts(words);
        var columns = parts.Length == 0 ? [] : line.Vocabulary.Values(parts[0]).Select(value => value.Column).Distinct().Where(column => parts.All(part => Values.Enumerated(part, column) is not null)).ToArray();
        var own = columns.Where(column => column.Entity == line.Subject?.Name).ToArray();
        return (own.Length > 0 ? own : columns) is [var column] ? new(column.Entity, Logic.In(column, [.. parts.Select(part => Values.Enumerated(part, column)!)]), string.Join(" or ", parts)) : null;
    }

    /// <summary>What commas, "and" and "or" join, each in the singular.</summary>
    private static string[] Parts(Seq<Token> words)
    {
        var parts = new List<string>();
        var part = new List<string>();
        foreach (var word in words)
        {
            if (!word.IsAny("and", "or", ",", "the"))
            {
                part.Add(word.Lower);
            }
            else if (part.Count > 0)
            {
                parts.Add(string.Join(' ', part));
                part.Clear();
            }
        }

        return [.. (part.Count > 0 ? parts.Append(string.Join(' ', part)) : parts).Select(Naming.EntityKey)];
    }
}
