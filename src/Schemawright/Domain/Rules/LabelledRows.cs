using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// The rows that a label or a question speaks of by a value or a flag alone: "Welders and fitters | a licence is mandatory", "Sent or later: at least one
/// line", "Final bill before the work is done? — No, the job must be closed". What stands behind it holds of no others.
/// </summary>
internal static class LabelledRows
{
    private const int Longest = 6;

    private static readonly string[] Asking = ["q", "question", ":", "?", "the", "a", "an", "for", "and", "about", "what", "only", "all"];

    /// <summary>The demand read of these rows alone; null when neither label nor question names any.</summary>
    public static Reading? Read(RuleLine line, Func<RuleLine, Reading?> read)
    {
        if (line.Depth > 0 || Of(line) is not { } rows)
        {
            return line.Depth == 0 && SpeaksOfUnknownRows(line) && read(line) is { Rules.Count: > 0 } told && told.Rules.All(rule => rule.Demand is Holds { Condition: IsPresent or And }) && told.Rules.All(rule => rule.Demand is Holds holds && holds.Condition.Nodes().Any(node => node is IsPresent))
                ? Reading.Unclear($"nothing tells which rows \"{line.Fact.Label}\" are, and the demand is made of them alone") : null;
        }

        var plain = line.About(line.Vocabulary.Of(rows.Entity), line.Tokens);
        return read(plain) is not { } reading ? null
            : reading.Fate is not null || IsTold(reading, rows) ? reading
            : Conditioned.By(line.Vocabulary, reading, rows) ?? Reading.Unclear($"it holds of some rows of {rows.Entity} alone, in a way that cannot be kept");
    }

    /// <summary>A row of a table on some people or things that the model does not know.</summary>
    private static bool SpeaksOfUnknownRows(RuleLine line) =>
        line.Fact.Form == Facts.FactForm.Table && line.Label.Count is > 0 and <= Longest && line.Label[^1].Lower is { Length: > 4 } last && last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal) && !IsName(line, line.Label) && line.Vocabulary.EntitiesIn(line.Label).FirstOrDefault() is null
        && line.Speech.At(line.Label, 0) is null && line.Tokens.Count > 0 && line.Tokens[0].IsAny("need", "must", "require", "have");

    /// <summary>Every rule speaks of that attribute anyway.</summary>
    private static bool IsTold(Reading reading, Clause rows) =>
        reading.Rules.Count > 0 && rows.Condition.Refs().Select(reference => reference.Attribute).ToArray() is var said && reading.Rules.All(rule => DemandNames.Of(rule.Demand).Any(said.Contains));

    private static Clause? Of(RuleLine line)
    {
        if (line.Label.Count > 0)
        {
            return line.Label.Count > Longest || IsName(line, line.Label) ? null : Valued(line, line.Label) ?? Qualified(line);
        }

        var asked = line.Fact.Keys.LastOrDefault(key => key.EndsWith('?')) is { } key ? Lexer.Read(key).SkipWhile(word => word.IsAny(Asking)).Where(word => !word.Is("?")).ToSeq() : [];
        return asked.Count is 0 or > 12 || IsName(line, asked) ? null
            : SubjectPhrase.At(line.Vocabulary, asked, 0, asked.Count) is { Which: { } which, None: false } phrase ? new(phrase.Terms.Name, which, phrase.Name) : Valued(line, asked);
    }

    /// <summary>"Overdue loans: a fee is due": the rows by their noun and a quality.</summary>
    private static Clause? Qualified(RuleLine line) =>
        SubjectPhrase.At(line.Vocabulary, line.Label, 0, line.Label.Count) is { Which: { } which, None: false, Only: false } phrase && phrase.End == line.Label.Count ? new(phrase.Terms.Name, which, phrase.Name) : null;

    private static bool IsName(RuleLine line, Seq<Token> words) =>
        line.Vocabulary.EntityAt(words, 0, out var width) is not null && width == words.Count || line.Vocabulary.OwnersAt(words, 0).Any(terms => new Speech(line.Vocabulary, terms).At(words, 0)?.End == words.Count);

    private static Clause? Valued(RuleLine line, Seq<Token> words)
    {
        var later = words.Count > 2 && words[^1].IsAny("later", "further", "beyond", "after", "higher") && words[^2].IsAny("or", "and");
        var parts = (later ? words.Take(words.Count - 2) : words).Where(word => !word.IsAny("and", "or", ",", "/", "only", "for")).Select(word => word.Text).ToArray();
        if (parts.Length is 0 or > 4)
        {
            return null;
        }

        var owners = line.Tokens.SelectMany((_, at) => line.Vocabulary.OwnersAt(line.Tokens, at)).Concat(line.Vocabulary.EntitiesIn(line.Tokens)).ToHashSet();
        var found = line.Vocabulary.All.SelectMany(terms => terms.Columns).Select(column => (Column: column, Values: Matching(column, parts))).Where(pair => pair.Values is not null).ToArray();
        var own = found.Where(pair => pair.Column.Entity == line.Subject?.Name).ToArray();
        var named = found.Where(pair => owners.Any(terms => terms.Name == pair.Column.Entity)).ToArray();
        var chosen = own.Length == 1 ? own : named.Length == 1 ? named : found.Length == 1 ? found : [];
        if (chosen is not [var (column, values)])
        {
            return null;
        }

        IReadOnlyList<string> all = later ? Beyond(line.Vocabulary.Of(column.Entity), column, values!) : values!;
        return all.Count == 0 ? null : column.Type.Kind == DataKind.Boolean ? new(column.Entity, new Compare(CompareOp.Equal, column.Ref, Literal.Bool(true)), column.Name) : new(column.Entity, Logic.In(column, all), string.Join(" or ", all));
    }

    /// <summary>The values that the words name, one each, or the flag that the one word names.</summary>
    private static IReadOnlyList<string>? Matching(Column column, string[] parts)
    {
        if (column.Type.Kind == DataKind.Boolean)
        {
            return parts is [var only] && only.Length > 3 && column.Words[^1] is var flag && (flag == only.ToLowerInvariant() || Stems.Same(flag, Nouns.Singular(only.ToLowerInvariant())) || Nouns.Singular(only.ToLowerInvariant()) is var noun && noun.StartsWith(flag, StringComparison.Ordinal) && noun.Length <= flag.Length + 2 && flag.Length > 4) ? [flag] : null;
        }

        var values = column.Type.Values.Count == 0 ? [] : parts.Select(part => Values.Enumerated(part, column) ?? Values.Enumerated(Nouns.Singular(part.ToLowerInvariant()), column)).OfType<string>().ToArray();
        return values.Length == parts.Length && values.Length > 0 ? values : null;
    }

    /// <summary>The state and all that come after it on the way to its end; what ends without its purpose is not later.</summary>
    private static List<string> Beyond(EntityTerms terms, Column column, IReadOnlyList<string> values)
    {
        if (terms.Machine is not { } machine || terms.State != column || values.Count != 1)
        {
            return [];
        }

        var reached = new List<string> { values[0] };
        for (var at = 0; at < reached.Count; at++)
        {
            reached.AddRange(machine.Transitions.Where(step => step.From == reached[at] && !reached.Contains(step.To, StringComparer.Ordinal) && !Moments.Failure(step.To) && !machine.Initial.Contains(step.To, StringComparer.Ordinal)).Select(step => step.To).Distinct(StringComparer.Ordinal).ToList());
        }

        return reached;
    }
}
