using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A quality said after a noun, and the place after it.</summary>
internal sealed record Qualifier(Expr Which, string Name, int End);

/// <summary>Reads what follows a noun to say which rows are meant: "in status paid", "over $500", "without a card", "that are closed".</summary>
internal static class Qualifiers
{
    public static Qualifier? At(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to) =>
        Listed(terms, tokens, at, to) ?? ByValue(terms, tokens, at, to) ?? State(terms, tokens, at, to) ?? Relative(vocabulary, terms, tokens, at, to)
        ?? (tokens[at].IsAny("with", "without", "having") ? Having(vocabulary, terms, tokens, at, to) : null)
        ?? (tokens[at].IsAny("with", "without") ? null : Counted(vocabulary, terms, tokens, at, to)) ?? Amount(terms, tokens, at, to) ?? Age(terms, tokens, at, to) ?? Length(terms, tokens, at, to) ?? OfParent(vocabulary, terms, tokens, at, to);

    /// <summary>"in repair or retired": states of one word behind it.</summary>
    private static Qualifier Further(IReadOnlyList<Token> tokens, int at, int to, Column state, string first)
    {
        var values = new List<string> { first };
        while (at + 1 < to && tokens[at].Is("or") && Values.Enumerated(tokens[at + 1].Text, state) is { } next && !values.Contains(next))
        {
            values.Add(next);
            at += 2;
        }

        return new(Logic.In(state, values), string.Join(" or ", values), at);
    }

    /// <summary>"of type rent or repair", "whose status is draft, sent or paid", "with category A": an attribute's name, then values of it.</summary>
    private static Qualifier? Listed(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var start = tokens[at].IsAny("of", "with", "in", "whose", "having") ? Speech.SkipDeterminers(tokens, at + 1) : to;
        var named = start + 1 < to && Phrase.Key(tokens, start, 1) is { } key && (terms.Exact(key) ?? terms.Suffix(key)) is { Type.Values.Count: > 0 } column ? column : null;
        var place = start + 1;
        while (named is not null && place < to && tokens[place].IsAny("is", "are", "was", "=", "either", "of", "one"))
        {
            place++;
        }

        var denied = named is not null && place < to && tokens[place].Is("not");
        return named is null || place + (denied ? 1 : 0) >= to || OneOf(tokens, new(terms.Name, [named.Name], named, denied ? place + 1 : place), to) is not { } listed ? null
            : denied ? listed with { Which = Logic.Opposite(listed.Which), Name = "not " + listed.Name } : listed;
    }

    /// <summary>"by voucher", "in cash", "under anaesthesia": the one value or flag that is called so.</summary>
    private static Qualifier? ByValue(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (!tokens[at].IsAny("by", "in", "via", "under") || at + 1 >= to || tokens[at + 1].Kind != TokenKind.Word || terms.Columns.Any(column => column.IsForeignKey && column.Words[0] == tokens[at + 1].Lower && !column.Words.Contains(tokens[at + 1].Lower + "s", StringComparer.Ordinal)) && !tokens[at].Is("by"))
        {
            return null;
        }

        if (terms.Exact(tokens[at + 1].Lower) is { Type.Kind: DataKind.Boolean } flag)
        {
            return new(new Compare(CompareOp.Equal, flag.Ref, Literal.Bool(true)), $"{tokens[at].Lower} {flag.Name}", at + 2);
        }

        var valued = terms.Columns.Where(column => column != terms.State).Select(column => Values.Enumerated(tokens[at + 1].Text, column) is { } value ? (column, value) : default).Where(one => one.column is not null).Take(2).ToArray();
        return valued is [var (named, said)] ? new(Logic.In(named, [said]), said, at + 2) : null;
    }

    /// <summary>"in status paid", "with status 'paid'", "in the paid state", "on leave".</summary>
    private static Qualifier? State(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (tokens[at].IsAny("in", "of", "with") && at + 2 < to && terms.Exact(Phrase.Key(tokens, at + 2, 1) ?? "") is { Type.Values.Count: > 0 } told && Values.Enumerated(tokens[at + 1].Text, told) is { } how)
        {
            return new(Logic.In(told, [how]), $"{how} {told.Name}", at + 3);
        }

        if (terms.State is not { } state)
        {
            return null;
        }

        var start = at;
        while (start < to && tokens[start].IsAny("in", "with", "having", "whose", "of", "status", "state", "the", "is", "="))
        {
            start++;
        }

        var said = tokens.Skip(at).Take(start - at).Any(word => word.IsAny("status", "state"));
        for (var length = Math.Min(3, to - at); length > 1 && !said; length--)
        {
            if (Values.Enumerated(string.Join(' ', tokens.Skip(at).Take(length).Select(word => word.Text)), state) is { } phrase)
            {
                return Further(tokens, at + length, to, state, phrase);
            }
        }

        if (tokens[at].Is("in") && start < to && StateLists.At(terms, tokens, at + 1, to) is { } listed && listed.Which.Refs().All(reference => reference.Attribute == state.Name))
        {
            return listed;
        }

        if (start == at || start >= to || tokens[start].Kind is not (TokenKind.Word or TokenKind.Quoted) || Values.Enumerated(tokens[start].Text, state) is not { } value)
        {
            return null;
        }

        var end = start + 1;
        var closes = end < to && tokens[end].IsAny("status", "state");
        return said || closes ? new(Logic.In(state, [value]), value, closes ? end + 1 : end) : null;
    }

    /// <summary>"that are closed", "which is active", "marked as lost".</summary>
    private static Qualifier? Relative(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var opens = tokens[at].IsAny("that", "which", "who") && at + 2 < to && tokens[at + 1].IsAny("is", "are", "was", "were", "has", "have");
        if (!opens && tokens[at].IsAny("who", "that", "which") && at + 1 < to && tokens[at + 1].Lower.Length > 3 && Adjectives.Of(terms, tokens[at + 1].Lower) is { } done)
        {
            return new(done.Condition, tokens[at + 1].Lower, at + 2);
        }

        var marked = tokens[at].Is("marked") && at + 2 < to && tokens[at + 1].Is("as");
        if (!opens && !marked)
        {
            return null;
        }

        if (opens && tokens[at + 1].IsAny("has", "have") && Having(vocabulary, terms, tokens, at + 1, to) is { } having)
        {
            return having;
        }

        var place = at + 2;
        var denied = tokens[place].IsAny("not", "no") && place + 1 < to;
        place += denied ? 1 : 0;
        return StateLists.At(terms, tokens, place, to) is { } quality
            ? new(denied ? Logic.Opposite(quality.Which) : quality.Which, (denied ? "not " : "") + quality.Name, quality.End) : null;
    }

    /// <summary>"without a card", "with a licence number", "has no owner".</summary>
    private static Qualifier? Having(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var absent = tokens[at].Is("without") || (at + 1 < to && tokens[at].IsAny("has", "have", "with") && tokens[at + 1].Is("no"));
        if (!absent && !tokens[at].IsAny("with", "has", "have", "having"))
        {
            return null;
        }

        if (!absent && Counted(vocabulary, terms, tokens, at + 1, to) is { } counted)
        {
            return counted;
        }

        var start = Speech.SkipDeterminers(tokens, tokens[at].Is("without") || !absent ? at + 1 : at + 2);
        if (!absent && start + 1 < to && tokens[start].IsAny("expired", "lapsed"))
        {
            // "with an expired permit": its last day lies in the past, not that it is known.
            return terms.Columns.Where(column => (column.IsDate || column.IsMoment) && Phrase.Key(tokens, start + 1, 1) is { } held && column.Words.Contains(held, StringComparer.Ordinal) && Expiry.Says(column.Words)).Take(2).ToArray() is [var last] && Values.ClockOf(last) is { } now
                ? new(new Compare(CompareOp.Less, last.Ref, now), $"expired {last.Name}", start + 2) : null;
        }

        if (start >= to || new Speech(vocabulary, terms).At(tokens, start) is not { IsOwn: true } operand || operand.Entity != terms.Name || operand.End > to)
        {
            return null;
        }

        Expr given = operand.Column.Type.Kind == DataKind.Boolean ? new Compare(CompareOp.Equal, operand.Ref, Literal.Bool(true)) : new IsPresent(operand.Ref);
        if (!absent && operand.End < to && OneOf(tokens, operand, to) is { } listed)
        {
            return listed;
        }

        if (!absent && operand.End + 1 < to && tokens[operand.End].IsAny("of", "=") && operand.Column.IsNumber && Figures.At(tokens, operand.End + 1) is { } figure)
        {
            return new(new Compare(CompareOp.Equal, operand.Ref, Literal.Number(figure)), $"{operand.Column.Name} {figure}", operand.End + 2);
        }

        var until = Enumerable.Range(operand.End, to - operand.End).FirstOrDefault(place => tokens[place].IsAny("must", "cannot", "can't", "need", "needs", "require", "requires", "may", "can", "are", "is", "has", "have"), to);
        var compared = !absent && operand.End + 1 < until && tokens[operand.End].Is("of") ? ComparisonClause.Predicate(new Speech(vocabulary, terms), tokens, operand.End + 1, until, operand, false)
            : !absent && operand.End < until ? ComparisonClause.Read(new Speech(vocabulary, terms), tokens, start, until) : null;
        return compared is not null ? new(compared.Condition, compared.Name, until)
            : new(absent ? new Not(given) : given, $"{(absent ? "without" : "with")} {operand.Column.Name}", operand.End < to && tokens[operand.End].IsAny("date", "time", "value", "set") ? operand.End + 1 : operand.End);
    }

    /// <summary>"with fewer than three stars", "with more than 20 seats": the figure stands before its name.</summary>
    private static Qualifier? Counted(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at >= to || Relation.At(tokens, at) is not { } relation || relation.End + 1 >= to || Figures.At(tokens, relation.End) is not { } figure
            || new Speech(vocabulary, terms).At(tokens, relation.End + 1) is not { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } operand || operand.Entity != terms.Name || operand.End > to)
        {
            return null;
        }

        return new(Logic.Compare(operand.Column, relation.Op, figure), $"{operand.Column.Name} {relation.Op.ToString().ToLowerInvariant()} {figure}", operand.End);
    }

    /// <summary>"with licence class B or C", "with the role cleaner".</summary>
    private static Qualifier? OneOf(IReadOnlyList<Token> tokens, Operand operand, int to)
    {
        var values = new List<string>();
        var at = operand.End;
        while (at < to)
        {
            var start = values.Count > 0 && tokens[at].IsAny("or", ",") ? at + (at + 1 < to && tokens[at].Is(",") && tokens[at + 1].Is("or") ? 2 : 1) : values.Count == 0 ? at : to;
            if (Value(tokens, start, to, operand.Column) is not var (value, end))
            {
                break;
            }

            values.Add(value);
            at = end;
        }

        return values.Count == 0 ? null : new(Logic.In(operand.Column, values), string.Join(" or ", values), at);
    }

    private static (string Value, int End)? Value(IReadOnlyList<Token> tokens, int at, int to, Column column)
    {
        for (var length = Math.Min(3, to - at); length > 0; length--)
        {
            if (Values.Enumerated(string.Join(' ', tokens.Skip(at).Take(length).Select(word => word.Text)), column) is { } value)
            {
                return (value, at + length);
            }
        }

        return null;
    }

    /// <summary>"over $500", "of at least 1,000", "above 500 EUR": the amount of a row.</summary>
    private static Qualifier? Amount(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var start = tokens[at].IsAny("of", "worth", "totalling", "totaling") && at + 1 < to ? at + 1 : at;
        if (Relation.At(tokens, start) is not { } relation || relation.End >= to || tokens[relation.End].Kind != TokenKind.Number
            || tokens[relation.End].Unit is not ("money" or "") || (tokens[relation.End].Unit.Length == 0 && !IsCurrency(tokens, relation.End + 1, to) && !(tokens[relation.End].Value >= 50 && relation.End + 1 < to && tokens[relation.End + 1].IsAny("requires", "require", "must", "needs", "need", "are", "is", "have", "has", "shall", "cannot"))) || Approvals.Amount(terms) is not { } amount)
        {
            return null;
        }

        var end = tokens[relation.End].Unit.Length == 0 && IsCurrency(tokens, relation.End + 1, to) ? relation.End + 2 : relation.End + 1;
        if (end < to && Phrase.Key(tokens, end, 1) is { } named && (terms.Exact(named) ?? terms.Evidence(named)) is { IsNumber: true, IsForeignKey: false } said)
        {
            // "over 500 EUR gross", "above 40 net"
            (amount, end) = (said, end + 1);
        }

        return new(Logic.Compare(amount, relation.Op, tokens[relation.End].Value), $"{amount.Name} {tokens[relation.End].Text}", end);
    }

    private static bool IsCurrency(IReadOnlyList<Token> tokens, int at, int to) =>
        at < to && (tokens[at].IsAny("dollars", "euros", "pounds") || (tokens[at].Text.Length == 3 && tokens[at].Text.All(char.IsAsciiLetterUpper)));

    /// <summary>"under 14", "aged 65 or over", "older than 30 years": by the date of birth.</summary>
    private static Qualifier? Age(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        var start = tokens[at].IsAny("aged", "of") && at + 1 < to ? at + 1 : at;
        start += start < to && tokens[start].Is("age") && start > at ? 1 : 0;
        var younger = tokens[start].IsAny("under", "below") || Phrase.At(tokens, start, "younger", "than");
        var older = tokens[start].IsAny("over") || Phrase.At(tokens, start, "older", "than");
        var number = start + (Phrase.At(tokens, start, "younger", "than") || Phrase.At(tokens, start, "older", "than") ? 2 : 1);
        if ((!younger && !older) || number >= to || tokens[number].Kind != TokenKind.Number || tokens[number].Unit.Length > 0 || Birth(terms) is not { } birth)
        {
            return null;
        }

        var end = number + 1 < to && tokens[number + 1].IsAny("years") ? number + 2 : number + 1;
        end += end < to && tokens[end].IsAny("old") ? 1 : 0;
        var then = new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Today), new Interval(new Period(tokens[number].Value, PeriodUnit.Year)));
        return new(new Compare(younger ? CompareOp.Greater : CompareOp.LessOrEqual, birth.Ref, then), $"{(younger ? "under" : "over")} {tokens[number].Text}", end);
    }

    private static Column? Birth(EntityTerms terms) =>
        terms.Columns.FirstOrDefault(column => column.IsDate && (column.Words.Contains("birth", StringComparer.Ordinal) || column.Words[0] is "born" or "birthdate" or "birthday" or "dob"));

    /// <summary>"longer than 3 days", "exceeding 4 hours": from the beginning to the end.</summary>
    private static Qualifier? Length(EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (Relation.At(tokens, at) is not { } relation || relation.End >= to || Figures.PeriodAt(tokens, relation.End, out var end) is not { } period || end > to)
        {
            return null;
        }

        if (terms.Columns.FirstOrDefault(column => column.IsNumber && Figures.UnitOf(column.Words[^1]) == period.Unit) is { } counted)
        {
            return new(Logic.Compare(counted, relation.Op, period.Amount), $"{counted.Name} {period}", end);
        }

        return Spans.Of(terms) is var (from, until)
            ? new(new Compare(relation.Op, new Arithmetic(ArithmeticOp.Subtract, until.Ref, from.Ref), new Interval(period)), $"longer than {period}", end) : null;
    }

    /// <summary>"of a closed book", "in an archived folder": the quality of what the row belongs to.</summary>
    private static Qualifier? OfParent(Vocabulary vocabulary, EntityTerms terms, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (!tokens[at].IsAny("of", "in", "on", "for", "to", "from") || SubjectPhrase.At(vocabulary, tokens, at + 1, to) is not { None: false, Only: false } owner || owner.End > to
            || new Speech(vocabulary, terms).ReferenceTo(owner.Terms) is not { } reference)
        {
            return null;
        }

        return owner.Which is null ? null : new(owner.Which.From(reference.Role!), $"{reference.Role} {owner.Name}", owner.End);
    }
}
