using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Name: at least 2 characters", "title is 1-255 characters after trimming", "code has exactly 13 digits".</summary>
internal sealed class LimitsLength : IRulePattern
{
    /// <summary>E.164.</summary>
    private const int MostPhoneDigits = 15;

    private const int FewestPhoneDigits = 7;

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var unit = Phrase.IndexOf(words, 0, "characters", "character", "chars", "letters", "digits");
        if (unit < 1 || words[unit].IsAny("letters", "digits") && Phrase.IndexOf(words, unit + 1, "letters", "letter", "digits", "digit") > 0 || words[0].IsAny("when", "if", "whenever", "once", "for") && words.Take(unit).Any(word => word.Is(",")) || Bounds(words, unit) is not var (least, most, start) || words[unit].Is("digits") && Phrase.Has(words, "last", "first"))
        {
            return null;
        }

        var columns = Measured(line, words, start);
        if (columns.Any(column => column.IsHash || column.Encrypted))
        {
            return Reading.Elsewhere($"{columns[0].Name} is stored hashed or encrypted, so the application must look at its characters before");
        }

        if (words[unit].Is("digits") && columns.Any(column => column.Type.Kind == DataKind.Phone))
        {
            return OfPhones([.. columns.Where(column => column.Type.Kind == DataKind.Phone)], line, least, most);
        }

        return columns.Count == 0 || columns.Any(column => column.Type.Kind is DataKind.CountryCode or DataKind.CurrencyCode or DataKind.LanguageCode) ? null
            : WithCharacters(line, columns, words, (unit, least, most), Reading.Of(columns.Select(column => Rule(line, column, least, most, words[unit].Is("digits"), Phrase.Has(words, "trimming", "trimmed", "trim")))));
    }

    /// <summary>"6 characters, uppercase letters and digits only", "… long and consists of letters and dashes": of which characters it is made as well.</summary>
    private static Reading WithCharacters(RuleLine line, IReadOnlyList<Column> columns, IReadOnlyList<Token> words, (int Unit, decimal? Least, decimal? Most) said, Reading length)
    {
        var (unit, from) = (said.Unit, said.Unit + 1);
        while (from < words.Count && words[from].IsAny(",", "and", "long", "in", "length", "consists", "consist", "consisting", "of", "made", "up", "only", "may", "contain", "contains", "must"))
        {
            from++;
        }

        var rest = words.Skip(from).TakeWhile(word => !word.IsAny(".", ";", "(")).ToArray();
        return columns is not [var column] || !words[unit].IsAny("characters", "character", "chars") || rest.Length is 0 or > 8 || !Array.TrueForAll(rest, word => word.IsAny("uppercase", "lowercase", "upper-case", "lower-case", "letters", "digits", "numbers", "dashes", "hyphens", "underscores", "spaces", "and", "or", ",", "only", "capital", "alphanumeric"))
            || new LimitsCharacters().Read(line.About(line.Vocabulary.Of(column.Entity), [Rewording.Word(column.Name), Rewording.Word("consists"), Rewording.Word("of"), .. rest.Select(word => word.Is("capital") ? Rewording.Word("uppercase") : word), Rewording.Word("only")])) is not { Rules: [{ Demand: Holds { Condition: Matches { Pattern: [.., '*', '$'] } made } } rule] } ? length
            : Reading.Of(rule with { Name = $"{length.Rules[0].Name} allowed", Demand = new Holds(made with { Pattern = $"{made.Pattern[..^2]}{{{said.Least ?? 0:0}{(said.Least == said.Most ? "" : $",{said.Most:0}")}}}$" }) });
    }

    /// <summary>A telephone number is kept with its plus sign and 7 to 15 digits; only what is narrower has to be checked.</summary>
    private static Reading OfPhones(IReadOnlyList<Column> columns, RuleLine line, decimal? least, decimal? most)
    {
        var (fewest, longest) = (Math.Max(least ?? FewestPhoneDigits, FewestPhoneDigits), Math.Min(most ?? MostPhoneDigits, MostPhoneDigits));
        return (fewest, longest) == (FewestPhoneDigits, MostPhoneDigits) || fewest > longest
            ? Reading.Enforced($"{string.Join(", ", columns.Select(column => $"{column.Entity}.{column.Name}"))} takes international numbers of at most {MostPhoneDigits} digits only")
            : Reading.Of(columns.Select(column => line.Must(column.Entity, $"{column.Name} {fewest} to {longest} digits", new Matches(column.Ref, $@"^\+[0-9]{{{fewest},{longest}}}$"))));
    }

    /// <summary>The least and the most before the unit, and where they start.</summary>
    private static (decimal? Least, decimal? Most, int Start)? Bounds(IReadOnlyList<Token> words, int unit)
    {
        var end = unit - 1;
        if (Figures.At(words, end) is not { } figure || figure != decimal.Truncate(figure) || figure > 100_000_000)
        {
            return null;
        }

        if (end >= 2 && words[end - 1].IsAny("-", "–", "to", "and") && Figures.At(words, end - 2) is { } least && least <= figure)
        {
            return (least, figure, end - 2);
        }

        return Both(words, end, figure) ?? Single(words, end, figure);
    }

    /// <summary>The bound among the four words before the figure.</summary>
    private static (decimal? Least, decimal? Most, int Start)? Single(IReadOnlyList<Token> words, int end, decimal figure)
    {
        for (var at = Math.Max(0, end - 4); at < end; at++)
        {
            if (words[at].IsAny("exactly", "precisely") && at == end - 1)
            {
                return (figure, figure, at);
            }

            if (words[at].IsAny("minimum", "min") || Relation.At(words, at) is { Op: CompareOp.GreaterOrEqual } lower && lower.End == end)
            {
                return (figure, null, at);
            }

            if (words[at].Is("of") && at == end - 1 && at > 0 && words[at - 1].IsAny("consist", "consists", "made", "composed", "string", "code", "number"))
            {
                return (figure, figure, at);
            }

            if (words[at].Is("to") && at == end - 1 && at > 0 && words[at - 1].IsAny("limited", "restricted", "limit", "up"))
            {
                return (null, figure, at - 1);
            }

            if (words[at].IsAny("maximum", "max", "exceed") || Relation.At(words, at) is { Op: CompareOp.LessOrEqual } upper && upper.End == end)
            {
                return (null, figure, at);
            }
        }

        return null;
    }

    /// <summary>"at least 10 and at most 2000 characters".</summary>
    private static (decimal? Least, decimal? Most, int Start)? Both(IReadOnlyList<Token> words, int end, decimal most) =>
        end > 5 && Phrase.At(words, end - 2, "at", "most") && words[end - 3].IsAny("and", "but", ",") && Figures.At(words, end - 4) is { } least && least <= most && Phrase.At(words, end - 6, "at", "least") ? (least, most, end - 6) : null;

    private static IReadOnlyList<Column> Measured(RuleLine line, IReadOnlyList<Token> words, int start)
    {
        var named = line.Speech.Within(words, 0, start) ?? (line.Fact.Keys.Count > 0 ? Key(line) : null);
        return named is { Column.IsText: true } ? [named.AtHome.Column] : start <= 1 ? [.. TitleColumns.Of(line).Where(column => column.IsText)] : [];
    }

    private static Operand? Key(RuleLine line)
    {
        var key = Lexer.Read(line.Fact.Keys[^1]);
        return key.Count == 0 ? null : line.Speech.At(key, 0);
    }

    private static RuleDraft Rule(RuleLine line, Column column, decimal? least, decimal? most, bool digits, bool trimmed)
    {
        Expr text = trimmed ? new Trimmed(column.Ref) : column.Ref;
        if (digits)
        {
            var count = least == most ? $"{{{least}}}" : $"{{{least ?? 0},{most}}}";
            return line.Must(column.Entity, $"{column.Name} {least}{(least == most ? "" : $" to {most}")} digits", new Matches(text, $"^[0-9]{count}$"));
        }

        var bounds = new List<Expr>();
        if (least is { } low)
        {
            bounds.Add(new Compare(CompareOp.GreaterOrEqual, new LengthOf(text), Literal.Number(low)));
        }

        if (most is { } high)
        {
            bounds.Add(new Compare(CompareOp.LessOrEqual, new LengthOf(text), Literal.Number(high)));
        }

        var name = (least, most) switch { ({ } low2, { } high2) => $"{low2} to {high2}", ({ } low2, null) => $"at least {low2}", _ => $"at most {most}" };
        return line.Must(column.Entity, $"{column.Name} {name} characters", Logic.All(bounds));
    }
}
