using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Default: USD" below a label that names an attribute: the default that attribute has, or now gets.</summary>
internal sealed class StatesDefault : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (NewRows.Read(line) is { } made)
        {
            return made;
        }

        if (Beginning(line) is { } beginning)
        {
            return beginning;
        }

        if (!line.LabelIs("default") || line.Tokens.Count is 0 or > 2)
        {
            return null;
        }

        var value = line.Tokens[0].Text.TrimEnd('.');
        var names = line.Fact.Keys.SelectMany(Naming.Words).Select(Nouns.Singular).ToHashSet(StringComparer.Ordinal);
        var columns = line.Vocabulary.All.Where(terms => line.Subject is null || terms == line.Subject).SelectMany(terms => terms.Columns)
            .Where(column => column.IsText && names.Contains(column.Name) && Accepts(column, value)).ToArray();
        return columns.Length == 0 ? null : Reading.Modelled($"{value} is the default of {string.Join(" and ", columns.Select(column => $"{column.Entity}.{column.Name}"))}") with
        {
            Defaults = columns.Select(column => (column.Entity, column.Name, Literal.String(Clauses.Values.Enumerated(value, column) ?? value))).ToSeq(),
        };
    }

    /// <summary>"Enrolments start as waiting", "a new order is draft", "the limit defaults to 0".</summary>
    private static Reading? Beginning(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 3 or > 10)
        {
            return null;
        }

        if (Named(line, words, end) is { } told)
        {
            return told;
        }

        if (Phrase.At(words, end - 3, "defaults", "to") && line.Speech.At(words, 0)?.AtHome is { IsOwn: true, Column.IsForeignKey: false } operand && operand.End == end - 3)
        {
            return Starting(operand.Column, words[end - 1]);
        }

        if (end > 3 && words[end - 2].Is("at") && words[end - 3].IsAny("starts", "start", "begins") && line.Speech.At(words, 0)?.AtHome is { IsOwn: true, Column: { IsForeignKey: false, IsNumber: true } } begun && begun.End == end - 3)
        {
            // Numbers start at 1 when none is lower; an amount that starts at 0 is 0 at first.
            return begun.Column.Words[^1] is "number" or "no" or "nr" && words[end - 1].Kind == TokenKind.Number
                ? Reading.Of(line.Must(begun.Column.Entity, $"{begun.Column.Name} at least {words[end - 1].Text}", Logic.Compare(begun.Column, CompareOp.GreaterOrEqual, words[end - 1].Value))) : Starting(begun.Column, words[end - 1]);
        }

        var verb = end - 3;
        return verb > 0 && words[verb].IsAny("start", "starts", "begin", "begins") && words[verb + 1].IsAny("as", "in", "with") && Clauses.SubjectPhrase.At(line.Vocabulary, words, 0, verb) is { Which: null, Terms.State: { } state } phrase && phrase.End == verb
            ? Starting(state, words[end - 1]) : null;
    }

    /// <summary>"The default limit is 500", "the fee is 2.50 by default", "by default the fee is 2.50".</summary>
    private static Reading? Named(RuleLine line, Seq<Token> words, int end)
    {
        var start = Speech.SkipDeterminers(words, 0);
        var before = start < end && words[start].Is("default");
        var behind = Phrase.At(words, end - 2, "by", "default") || Phrase.At(words, end - 2, "at", "first");
        var ahead = Phrase.At(words, 0, "by", "default");
        var name = Speech.SkipDeterminers(words, ahead ? words[2].Is(",") ? 3 : 2 : before ? start + 1 : 0);
        var last = behind ? end - 2 : end;
        if ((ahead || behind) && OfRows(line, words, name, last) is { } rows)
        {
            return rows;
        }

        if ((!before && !behind && !ahead) || name >= last || line.Speech.At(words, name)?.AtHome is not { IsOwn: true, Column.IsForeignKey: false } operand || operand.End + 1 >= last || !words[operand.End].IsAny("is", "are", "="))
        {
            return null;
        }

        return Clauses.Measures.After(words, operand.End + 2, operand.Column) >= last ? Starting(operand.Column, words[operand.End + 1]) : null;
    }

    /// <summary>"By default a trip is planned", "trips are planned at first": the value that one attribute of theirs has.</summary>
    private static Reading? OfRows(RuleLine line, Seq<Token> words, int from, int to)
    {
        var phrase = Clauses.SubjectPhrase.At(line.Vocabulary, words, from, to);
        if (phrase is not { Which: null, Only: false, None: false } rows || rows.End + 2 != to || !words[rows.End].IsAny("is", "are"))
        {
            return null;
        }

        var valued = rows.Terms.Columns.Where(column => Clauses.Values.Enumerated(words[to - 1].Text, column) is not null).Take(2).ToArray();
        return valued is [var only] ? Starting(only, words[to - 1]) : null;
    }

    private static Reading? Starting(Column column, Token value)
    {
        var literal = Clauses.Values.Enumerated(value.Text, column) is { } known ? Literal.String(known)
            : column.IsNumber && value is { Kind: TokenKind.Number, Unit: "" or "money" } ? Literal.Number(value.Value)
            : column.Type.Kind == DataKind.Boolean && value.IsAny("true", "false") ? Literal.Bool(value.Is("true")) : null;
        return literal is null ? null : Reading.Modelled($"{value.Text} is the default of {column.Entity}.{column.Name}") with { Defaults = [(column.Entity, column.Name, literal)] };
    }

    private static bool Accepts(Column column, string value) => column.Type.Kind switch
    {
        DataKind.CurrencyCode => value.Length == 3 && value.All(char.IsAsciiLetterUpper),
        DataKind.Enumeration => Clauses.Values.Enumerated(value, column) is not null,
        _ => column.Words[^1] is "currency" && value.Length == 3,
    };
}
