using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads the condition of a CHECK or a WHERE into an expression tree; null when it holds something unknown.</summary>
internal sealed class SqlConditions
{
    private const int DeepestNesting = 60;

    private readonly SqlCursor _cursor;
    private int _depth;
    private bool _failed;

    private SqlConditions(IReadOnlyList<SqlToken> tokens) => _cursor = new(tokens);

    public static Expr? Read(IReadOnlyList<SqlToken> tokens)
    {
        var reader = new SqlConditions(tokens);
        var expr = reader.Disjunction();
        return reader._failed || !reader._cursor.AtEnd ? null : expr;
    }

    private Expr Disjunction()
    {
        var terms = new List<Expr> { Conjunction() };
        while (_cursor.Accept("or"))
        {
            terms.Add(Conjunction());
        }

        return terms.Count == 1 ? terms[0] : new Or(terms.ToSeq());
    }

    private Expr Conjunction()
    {
        var terms = new List<Expr> { Negation() };
        while (_cursor.Accept("and"))
        {
            terms.Add(Negation());
        }

        return terms.Count == 1 ? terms[0] : new And(terms.ToSeq());
    }

    private Expr Negation() => _cursor.Accept("not") ? new Not(Negation()) : Comparison();

    private Expr Comparison()
    {
        var left = Sum();
        if (_cursor.Accept("is", "not", "null"))
        {
            return new IsPresent(left);
        }

        if (_cursor.Accept("is", "null"))
        {
            return new Not(new IsPresent(left));
        }

        if (_cursor.IsNext("not", "in") || _cursor.IsNext("not", "between"))
        {
            _cursor.Take();
            return new Not(Membership(left));
        }

        return _cursor.IsNext("in") || _cursor.IsNext("between") ? Membership(left) : Operator(left);
    }

    private Expr Membership(Expr left)
    {
        if (_cursor.Accept("between"))
        {
            var low = Sum();
            _failed |= !_cursor.Accept("and");
            return new And([new Compare(CompareOp.GreaterOrEqual, left, low), new Compare(CompareOp.LessOrEqual, left, Sum())]);
        }

        _cursor.Accept("in");
        var values = SqlCursor.Parts(_cursor.Brackets()).Select(part => new SqlConditions(part).Sum()).ToList();
        _failed |= values.Count == 0 || !values.TrueForAll(value => value is Literal);
        return new OneOf(left, values.OfType<Literal>().ToSeq());
    }

    private Expr Operator(Expr left)
    {
        CompareOp? op = _cursor.Current.Value switch
        {
            "=" => CompareOp.Equal,
            "<>" or "!=" => CompareOp.NotEqual,
            "<" => CompareOp.Less,
            "<=" => CompareOp.LessOrEqual,
            ">" => CompareOp.Greater,
            ">=" => CompareOp.GreaterOrEqual,
            _ => null,
        };
        if (op is { } comparison)
        {
            _cursor.Take();
            return _cursor.IsNext("any") ? AnyOf(left) : new Compare(comparison, left, Sum());
        }

        if (_cursor.Current.Value is "~" or "~*")
        {
            var ignoreCase = _cursor.Take().Value == "~*";
            return Sum() is Literal { Kind: LiteralKind.Text } pattern ? new Matches(left, pattern.Text, ignoreCase) : Fail(left);
        }

        return left;
    }

    /// <summary><c>x = ANY (ARRAY['a', 'b'])</c>, which PostgreSQL prints for IN.</summary>
    private Expr AnyOf(Expr left)
    {
        _cursor.Accept("any");
        var values = _cursor.Brackets().Where(token => token.Kind == SqlTokenKind.Text).Select(token => Literal.String(token.Value)).ToSeq();
        return values.Count > 0 ? new OneOf(left, values) : Fail(left);
    }

    private Expr Sum()
    {
        var left = Product();
        while (_cursor.Current.Value is "+" or "-")
        {
            var op = _cursor.Take().Value == "+" ? ArithmeticOp.Add : ArithmeticOp.Subtract;
            left = new Arithmetic(op, left, Product());
        }

        return left;
    }

    private Expr Product()
    {
        var left = Operand();
        while (_cursor.Current.Value is "*" or "/")
        {
            var op = _cursor.Take().Value == "*" ? ArithmeticOp.Multiply : ArithmeticOp.Divide;
            left = new Arithmetic(op, left, Operand());
        }

        return left;
    }

    private Expr Operand()
    {
        if (++_depth > DeepestNesting || _cursor.AtEnd)
        {
            return Fail(Literal.Bool(true));
        }

        var operand = Primary();
        _depth--;
        while (_cursor.Accept("::"))
        {
            _cursor.Name();
            _cursor.Brackets();
        }

        return operand;
    }

    private Expr Primary()
    {
        if (_cursor.Accept("("))
        {
            var inner = Disjunction();
            _failed |= !_cursor.Accept(")");
            return inner;
        }

        var token = _cursor.Take();
        return token.Kind switch
        {
            SqlTokenKind.Number => new Literal(LiteralKind.Number, token.Value),
            SqlTokenKind.Text => Literal.String(token.Value),
            SqlTokenKind.Symbol when token.Value == "-" && _cursor.Current.Kind == SqlTokenKind.Number => new Literal(LiteralKind.Number, "-" + _cursor.Take().Value),
            SqlTokenKind.Quoted => Column(token.Value),
            SqlTokenKind.Word => Word(token.Value),
            _ => Fail(Literal.Bool(true)),
        };
    }

    private Expr Word(string word) => word.ToLowerInvariant() switch
    {
        "true" => Literal.Bool(true),
        "false" => Literal.Bool(false),
        "null" => new Literal(LiteralKind.Null, ""),
        "current_date" => new Clock(ClockKind.Today),
        "current_timestamp" or "localtimestamp" => new Clock(ClockKind.Now),
        "now" when _cursor.Accept("(", ")") => new Clock(ClockKind.Now),
        "interval" when _cursor.Current.Kind == SqlTokenKind.Text => IntervalOf(_cursor.Take().Value),
        "length" or "char_length" or "character_length" when _cursor.IsNext("(") => new LengthOf(Argument()),
        "lower" when _cursor.IsNext("(") => new Lower(Argument()),
        "trim" or "btrim" when _cursor.IsNext("(") => new Trimmed(Argument()),
        _ => Column(word),
    };

    private Expr Argument()
    {
        var tokens = _cursor.Brackets();
        var inner = new SqlConditions(tokens) { _depth = _depth };
        var expr = inner.Sum();
        _failed |= inner._failed || !inner._cursor.AtEnd;
        return expr;
    }

    private Expr IntervalOf(string text) => Periods.In(text) is { } period ? new Interval(period) : Fail(Literal.Bool(true));

    private Expr Column(string name)
    {
        while (_cursor.Accept("."))
        {
            name = _cursor.Name() ?? name;
        }

        _failed |= _cursor.IsNext("(") || _cursor.IsNext("[");
        return Ref.To(name);
    }

    private Expr Fail(Expr expr)
    {
        _failed = true;
        return expr;
    }
}
