using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A returned tool has a return date and a checker", "lost needs a date and a reason", "finished or later: a result": what is filled while the row has a
/// quality.
/// </summary>
internal sealed class NeedsInState : IRulePattern
{
    private const int LongestQuality = 6;

    private static readonly string[] Verbs = ["needs", "need", "requires", "require", "has", "have", "wants", "want", "carries", "carry", "records", "bears", "bear"];
    private static readonly string[] Other = ["not", "never", "no", "only", "cannot", "may", "can", "if", "when", "unless", "or", "either", "least", "most", "more", "than", "exactly", "one", "two", "three", "several", "any", "same", "different", "been"];

    public Reading? Read(RuleLine line)
    {
        var words = WithoutBrackets(line.Demand);
        return Listed(line, words) ?? Said(line, words);
    }

    /// <summary>"If the lamp is lent: a date, a fee and who lent it".</summary>
    private static Reading? Listed(RuleLine line, Seq<Token> words)
    {
        var colon = words.Count > 4 && words[0].IsAny("if", "when", "once") ? Phrase.IndexOf(words, 2, ":") : -1;
        if (colon < 0 || colon > 12 || words.Skip(colon).Any(word => word.IsAny(Other) || word.Kind is TokenKind.Number or TokenKind.Operator) || Flagged(line, words, 1, colon) is not { } when)
        {
            return null;
        }

        var terms = line.Vocabulary.Of(when.Entity);
        var end = End(words, colon + 1);
        return NeededFields.Read(line.Vocabulary, terms, words, colon + 1, end, Naming.Words(when.Name)) is { } fields ? Given(line, terms, when.Condition, when.Name, fields, end < Rewording.End(words)) : null;
    }

    /// <summary>A condition that is known, or the words of a flag: "we charge the guest" of charge_guest.</summary>
    private static Clause? Flagged(RuleLine line, Seq<Token> words, int from, int to)
    {
        if (Premises.Read(line, words, from, to) is { } known)
        {
            return known;
        }

        var said = words.Skip(from).Take(to - from).Where(word => !word.IsAny("we", "you", "they", "it", "the", "a", "an", "is", "are", "has", "have", "been", "to")).Select(word => word.Lower).ToArray();
        var flags = said.Length < 2 ? [] : line.Vocabulary.All.SelectMany(terms => terms.Columns).Where(column => column.Type.Kind == DataKind.Boolean && column.Words.Count == said.Length && column.Words.Zip(said).All(pair => pair.First == pair.Second || Stems.Same(pair.First, pair.Second))).Take(2).ToArray();
        return flags is [var flag] ? new(flag.Entity, new Compare(CompareOp.Equal, flag.Ref, Literal.Bool(true)), flag.Name) : null;
    }

    private static Reading? Given(RuleLine line, EntityTerms terms, Expr which, string name, IReadOnlyList<Column?> fields, bool more)
    {
        var known = fields.OfType<Column>().Distinct().ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        var given = Logic.All(known.Select(column => (Expr)new IsPresent(column.Ref)));
        var reading = Reading.Of(line.Must(terms.Name, $"{string.Join(" and ", known.Select(column => column.Name))} given when {name}", new Implies(which, given)));
        return fields.Contains(null) || more ? reading with { Questions = [Questions.NotUnderstood(line, "only some of what it asks for is known; that is kept")] } : reading;
    }

    private static Reading? Said(RuleLine line, Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, Verbs);
        var from = verb < 0 ? -1 : verb + 1;
        var end = from < 0 ? -1 : End(words, from);
        if (verb is < 1 or > LongestQuality || end <= from || words.Take(verb).Any(word => word.IsAny(Other)) || words.Skip(from).Take(end - from).Any(word => word.IsAny(Other) || word.Kind is TokenKind.Number or TokenKind.Operator))
        {
            return null;
        }

        verb -= words[verb - 1].IsAny("must", "always", "shall") ? 1 : 0;
        if (Quality(line, words, verb) is not var (terms, which, name) || NeededFields.Read(line.Vocabulary, terms, words, from, end, Naming.Words(name)) is not { } fields)
        {
            return null;
        }

        return Given(line, terms, which, name, fields, end < Rewording.End(words));
    }

    /// <summary>The rows: a noun with its quality, or a state alone.</summary>
    private static (EntityTerms Terms, Expr Which, string Name)? Quality(RuleLine line, Seq<Token> words, int verb)
    {
        if (SubjectPhrase.At(line.Vocabulary, words, 0, verb) is { Which: { } which, Only: false, None: false } phrase && phrase.End == verb)
        {
            return (phrase.Terms, which, phrase.Name);
        }

        var start = Speech.SkipDeterminers(words, 0);
        var said = string.Join(' ', words.Skip(start).Take(verb - start).Select(word => word.Text));
        if (line.Subject?.State is { } own)
        {
            return Values.Enumerated(said, own) is { } value ? (line.Subject, Logic.In(own, [value]), value) : null;
        }

        var known = line.Vocabulary.Values(said).Where(value => line.Vocabulary.Of(value.Column.Entity).State == value.Column).Take(2).ToArray();
        return known is [var only] ? (line.Vocabulary.Of(only.Column.Entity), Logic.In(only.Column, [only.Value]), only.Value) : null;
    }

    /// <summary>Where the list ends: before a part with a verb of its own.</summary>
    private static int End(Seq<Token> words, int from)
    {
        var end = Rewording.End(words);
        for (var at = from; at < end; at++)
        {
            if (words[at].IsAny(";", ".") || words[at].IsAny(",", "and", "but") && at + 1 < end && words[at + 1].IsAny("that", "it", "they", "is", "are", "must", "cannot", "may", "then", "so"))
            {
                return at;
            }
        }

        return end;
    }

    private static Seq<Token> WithoutBrackets(Seq<Token> words)
    {
        var (kept, depth) = (new List<Token>(), 0);
        foreach (var word in words)
        {
            depth += word.Is("(") ? 1 : 0;
            if (depth == 0)
            {
                kept.Add(word);
            }

            depth -= word.Is(")") && depth > 0 ? 1 : 0;
        }

        return kept.Count == words.Count ? words : kept.ToSeq();
    }
}
