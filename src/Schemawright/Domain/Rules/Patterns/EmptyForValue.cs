using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "null for walk_in" in the remark of an attribute, "Walk-ins have customer_id = NULL": the attribute is empty where another one has that value. Who "has no"
/// things that are counted has none of them: nothing or zero.
/// A remark says why the attribute may be empty at all, so it is filled everywhere else.
/// </summary>
internal sealed class EmptyForValue : IRulePattern
{
    private static readonly string[] Empty = ["null", "empty", "blank", "absent", "unset", "none"];

    public Reading? Read(RuleLine line) => Remark(line) ?? Sentence(line);

    private static Reading? Remark(RuleLine line)
    {
        var words = line.Tokens;
        if (line.Label.Count > 0 && line.Subject is { } rows && words.Count is > 1 and <= 8 && Own(line, line.Label, 0) is { Required: false } field && ForSome(line, rows, field, words) is { } some)
        {
            return some;
        }

        if (line.Label.Count == 0 || line.Subject is not { } terms || words.Count is < 3 or > 8 || !words[0].IsAny(Empty) || Own(line, line.Label, 0) is not { } column)
        {
            return null;
        }

        var at = words[1].Is("only") ? 2 : 1;
        if (!words[at].IsAny("for", "if", "when", "where"))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, at + 1);
        return start < words.Count && ValueFrom(terms, words, start, words.Count, column) is { } value
            ? Reading.Of(Absent(terms, column, value), new RuleDraft(terms.Name, $"{column.Name} unless {value.Name}", RuleTrigger.Always, new Holds(new Implies(new Not(new IsPresent(column.Ref)), value.Is)))) : null;
    }

    /// <summary>"chiefs only", "not for glass and paper", "optional while draft".</summary>
    private static Reading? ForSome(RuleLine line, EntityTerms terms, Column field, Seq<Token> words)
    {
        var only = words[^1].Is("only");
        var never = Phrase.At(words, 0, "not", "for");
        var open = words[0].Is("optional") && words[1].IsAny("while", "until", "unless", "if", "when", "for", "in");
        Seq<Token> said = only ? [.. words.Take(words.Count - 1)] : never || open ? [.. words.Skip(2)] : [];
        if (said.Count == 0 || words[0].IsAny("read", "write"))
        {
            return null;
        }

        var rows = RowsPhrase.Read(line.About(terms, said), said) is { Which: { } which, Only: false, None: false } phrase && phrase.Terms == terms ? (which, phrase.Name)
            : StateLists.At(terms, said, 0, said.Count) is { } state && state.End == said.Count ? (state.Which, state.Name) : ((Expr Which, string Name)?)null;
        if (rows is not var (those, name) || !those.IsSameRow() || those.Refs().Any(reference => reference.Attribute == field.Name))
        {
            return null;
        }

        Expr given = new IsPresent(field.Ref);
        var turned = words[1].IsAny("until", "unless");
        return Reading.Of(only ? line.Must(terms.Name, $"{field.Name} given only when {name}", new Implies(given, those))
            : never ? line.Must(terms.Name, $"no {field.Name} for {name}", new Implies(those, new Not(given)))
            : turned ? line.Must(terms.Name, $"{field.Name} given when {name}", new Implies(those, given)) : line.Must(terms.Name, $"{field.Name} given unless {name}", new Implies(Logic.Opposite(those), given)));
    }

    private static Reading? Sentence(RuleLine line)
    {
        var words = line.Whole;
        var have = Phrase.IndexOf(words, 0, "have", "has");
        if (have is < 1 or > 4 || line.Subject is not { } terms || words.Count > have + 8)
        {
            return null;
        }

        var none = have + 1 < words.Count && words[have + 1].IsAny("no", "null", "empty");
        var start = Speech.SkipDeterminers(words, none ? have + 2 : have + 1);
        if (start >= words.Count || line.Speech.At(words, start) is not { IsOwn: true } operand || operand.Entity != terms.Name)
        {
            return null;
        }

        var rest = words.Skip(operand.End).Where(token => token.Kind != TokenKind.Mark).ToArray();
        var empty = none ? rest.Length == 0 : rest.Length is 1 or 2 && rest[^1].IsAny(Empty) && (rest.Length == 1 || rest[0].IsOperator("=") || rest[0].IsAny("is", "set"));
        return empty && ValueFrom(terms, words, Speech.SkipDeterminers(words, 0), have, operand.Column) is { } value ? Reading.Of(none && words[have + 1].Is("no") && operand.Column.IsNumber ? None(terms, operand.Column, value) : Absent(terms, operand.Column, value)) : null;
    }

    private static RuleDraft Absent(EntityTerms terms, Column column, (Expr Is, string Name) value) =>
        new(terms.Name, $"no {column.Name} for {value.Name}", RuleTrigger.Always, new Holds(new Implies(value.Is, new Not(new IsPresent(column.Ref)))));

    private static RuleDraft None(EntityTerms terms, Column column, (Expr Is, string Name) value) =>
        new(terms.Name, $"no {column.Name} for {value.Name}", RuleTrigger.Always, new Holds(new Implies(value.Is, new Or([new Not(new IsPresent(column.Ref)), new Compare(CompareOp.Equal, column.Ref, Literal.Number(0))]))));

    private static Column? Own(RuleLine line, IReadOnlyList<Token> words, int at) =>
        line.Speech.At(words, at) is { IsOwn: true } operand && operand.End == words.Count && operand.Entity == line.Subject?.Name ? operand.Column : null;

    /// <summary>The words as a value of the one attribute that lists it, in singular or plural, before the entity's own name perhaps.</summary>
    private static (Expr Is, string Name)? ValueFrom(EntityTerms terms, IReadOnlyList<Token> words, int from, int to, Column but)
    {
        while (to > from && (words[to - 1].Kind == TokenKind.Mark || words[to - 1].IsAny("only", "rows", "records", "users", "accounts", "role", "roles", "status", "type", "types")))
        {
            to--;
        }

        if (to <= from || Phrase.Key(words, from, to - from) is not { } key)
        {
            return null;
        }

        var own = terms.Columns.Where(column => column != but && !column.IsForeignKey)
            .Select(column => (Column: column, Value: column.Type.Values.FirstOrDefault(value => EntityTerms.Key(Facts.Language.Naming.Words(value), 0, 9) == key))).Where(pair => pair.Value is not null).ToArray();
        return own.Length == 1 ? (Logic.In(own[0].Column, [own[0].Value!]), own[0].Value!) : null;
    }
}
