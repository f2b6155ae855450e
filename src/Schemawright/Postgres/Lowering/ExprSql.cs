using System.Globalization;
using Schemawright.Collections;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Writes expression trees as SQL with SQL's three truth values; only IsPresent turns unknown into false.</summary>
internal sealed class ExprSql(RowScope scope)
{
    public Condition Condition(Expr expr) => new(Write(expr));

    /// <summary>The expression, in parentheses where something beside it could bind to a part of it.</summary>
    public SqlText Grouped(Expr expr) => IsAtomic(expr) ? Write(expr) : SqlText.Of($"({Write(expr)})");

    public SqlText Write(Expr expr) => expr switch
    {
        Ref node => scope.Resolve(node).Sql,
        Literal node => Constant(node, ValueKind.Unknown),
        Clock node => node.Kind == ClockKind.Today ? SqlText.Of($"(now() AT TIME ZONE {scope.Zone})::date") : SqlText.Words("now()"),
        Interval node => IntervalSql.Write(node.Period),
        Compare node => Compared(node),
        And node => Joined(node.Terms, " AND ", "true"),
        Or node => Joined(node.Terms, " OR ", "false"),
        Not node => Negated(node.Term),
        Implies node => SqlText.Of($"{(IsNegatedShort(node.When) ? Negated(node.When) : SqlText.Of($"NOT ({Write(node.When)})"))} OR {(node.Then is Compare or OneOf or Matches ? Write(node.Then) : Grouped(node.Then))}"),
        IsPresent node => Present(node.Term),
        OneOf node => Listed(node),
        Matches node => node.IgnoreCase
            ? SqlText.Of($"{Grouped(node.Term)} ~* {SqlLiteral.String(node.Pattern)}")
            : SqlText.Of($"{Grouped(node.Term)} ~ {SqlLiteral.String(node.Pattern)}"),
        LengthOf node => TypeOf(node.Term) is { IsArray: true }
            ? SqlText.Of($"cardinality({Write(node.Term)})")
            : SqlText.Of($"char_length({Write(node.Term)})"),
        DecimalPlaces node => SqlText.Of($"scale(trim_scale({Write(node.Term)}))"),
        Rounded node => SqlText.Of($"round({Write(node.Term)}, {SqlLiteral.Number(node.Digits)})"),
        CalendarPart node => Part(node),
        Lower node => SqlText.Of($"lower({Write(node.Term)})"),
        Trimmed node => SqlText.Of($"btrim({Write(node.Term)})"),
        Arithmetic node => Calculated(node),
        Aggregate node => scope.Aggregate(node),
        _ => throw new InvalidOperationException($"no SQL for {expr.GetType().Name}"),
    };

    /// <summary>The day of a moment is that of the table's time zone, or else the session's would decide.</summary>
    private SqlText Part(CalendarPart node)
    {
        var unit = SqlText.Words(node.Unit == CalendarUnit.Weekday ? "isodow" : "day");
        return KindOf(node.Term) == ValueKind.Timestamp && TypeOf(node.Term) is not { Kind: DataKind.LocalTimestamp }
            ? SqlText.Of($"extract({unit} FROM {Local(node.Term)})") : SqlText.Of($"extract({unit} FROM {Grouped(node.Term)})");
    }

    /// <summary>The opposite in the words a reader would use; null stays unknown in both.</summary>
    private SqlText Negated(Expr term) => term switch
    {
        Not node => Write(node.Term),
        Compare node => Write(node with { Op = node.Op.Opposite() }),
        OneOf { Values.Count: > 0 } node when TypeOf(node.Term) is not { IsArray: true } => Listed(node, "NOT IN"),
        IsPresent node when IsNullTest(node) => SqlText.Of($"{Grouped(node.Term)} IS NULL"),
        _ => SqlText.Of($"NOT ({Write(term)})"),
    };

    private bool IsNegatedShort(Expr term) => term is Compare or OneOf || (term is IsPresent node && IsNullTest(node));

    private bool IsNullTest(IsPresent node) => KindOf(node.Term) != ValueKind.Text && TypeOf(node.Term) is not { IsArray: true, Kind: not DataKind.Json };

    public ValueKind KindOf(Expr expr) => expr switch
    {
        Ref node => ValueKinds.Of(scope.Resolve(node).Type),
        Literal node => node.Kind switch
        {
            LiteralKind.Number => ValueKind.Number,
            LiteralKind.Text => ValueKind.Unknown,
            LiteralKind.Boolean => ValueKind.Boolean,
            LiteralKind.Date => ValueKind.Date,
            _ => ValueKind.Unknown,
        },
        Clock node => node.Kind == ClockKind.Today ? ValueKind.Date : ValueKind.Timestamp,
        Interval => ValueKind.Interval,
        LengthOf or DecimalPlaces or Rounded or CalendarPart or Aggregate { Kind: AggregateKind.Count or AggregateKind.Sum } => ValueKind.Number,
        Lower or Trimmed => ValueKind.Text,
        Arithmetic node => ArithmeticKind(KindOf(node.Left), node.Op, KindOf(node.Right)),
        Aggregate => ValueKind.Unknown,
        _ => ValueKind.Boolean,
    };

    private DataType? TypeOf(Expr expr) => expr is Ref reference ? scope.Resolve(reference).Type : null;

    private SqlText Compared(Compare node)
    {
        if (node.Right is Literal { Kind: LiteralKind.Null } || node.Left is Literal { Kind: LiteralKind.Null })
        {
            var term = node.Right is Literal { Kind: LiteralKind.Null } ? node.Left : node.Right;
            return node.Op == CompareOp.NotEqual ? SqlText.Of($"{Grouped(term)} IS NOT NULL") : SqlText.Of($"{Grouped(term)} IS NULL");
        }

        var (left, right) = SpanAsSum(node.Left, node.Right);
        if (KindOf(left) == ValueKind.Timestamp && !IsDay(left) && IsDay(right))
        {
            return SqlText.Of($"({Local(left)})::date {Symbol(node.Op)} {DayOf(right)}");
        }

        if (IsDay(left) && KindOf(right) == ValueKind.Timestamp && !IsDay(right))
        {
            return SqlText.Of($"{DayOf(left)} {Symbol(node.Op)} ({Local(right)})::date");
        }

        if (AsksForDays(left, right))
        {
            return SqlText.Of($"{Local(left)} {Symbol(node.Op)} {Local(right)}");
        }

        var leftSql = left is Literal leftLiteral ? Constant(leftLiteral, KindOf(right)) : Grouped(left);
        var rightSql = right is Literal rightLiteral ? Constant(rightLiteral, KindOf(left)) : Grouped(right);
        return SqlText.Of($"{leftSql} {Symbol(node.Op)} {rightSql}");
    }

    /// <summary>
    /// A time between two moments compared with a length reads <c>end &lt;= start + length</c>: the calendar decides how long a
    /// month or a year is, not 30 days.
    /// </summary>
    private (Expr Left, Expr Right) SpanAsSum(Expr left, Expr right)
    {
        if (left is Arithmetic { Op: ArithmeticOp.Subtract } leftSpan && IsSpan(leftSpan) && KindOf(right) == ValueKind.Interval)
        {
            return (leftSpan.Left, new Arithmetic(ArithmeticOp.Add, leftSpan.Right, right));
        }

        return right is Arithmetic { Op: ArithmeticOp.Subtract } rightSpan && IsSpan(rightSpan) && KindOf(left) == ValueKind.Interval
            ? (new Arithmetic(ArithmeticOp.Add, rightSpan.Right, left), rightSpan.Left)
            : (left, right);
    }

    private bool IsSpan(Arithmetic node) => KindOf(node.Left).IsMoment() && KindOf(node.Right).IsMoment();

    private SqlText Calculated(Arithmetic node)
    {
        var (left, right) = (KindOf(node.Left), KindOf(node.Right));
        if (CountsDays(node))
        {
            return SqlText.Of($"{Local(node)} AT TIME ZONE {scope.Zone}");
        }

        if (WorkingDaysOf(node) is { } days)
        {
            return WorkingDayLowering.Moved(Grouped(node.Left), left == ValueKind.Date, days);
        }

        if (node.Op == ArithmeticOp.Subtract && AsksForDays(node.Left, node.Right))
        {
            return SqlText.Of($"{Local(node.Left)} - {Local(node.Right)}");
        }

        // A moment plus a number means days; for a time stamp SQL wants that said.
        if (left == ValueKind.Timestamp && right == ValueKind.Number && node.Op is (ArithmeticOp.Add or ArithmeticOp.Subtract))
        {
            return SqlText.Of($"{Grouped(node.Left)} {Symbol(node.Op)} {Grouped(node.Right)} * INTERVAL '1 day'");
        }

        return node.Op == ArithmeticOp.Divide
            ? SqlText.Of($"{Grouped(node.Left)}::numeric / nullif({Write(node.Right)}, 0)")
            : SqlText.Of($"{Grouped(node.Left)} {Symbol(node.Op)} {Grouped(node.Right)}");
    }

    /// <summary>A whole day: what happens in its course happens on it, so a moment is compared with it by the moment's own day.</summary>
    private bool IsDay(Expr expr) => expr switch
    {
        Literal literal => literal.Kind == LiteralKind.Date,
        Arithmetic { Op: ArithmeticOp.Add or ArithmeticOp.Subtract, Right: Interval { Period.Unit: >= PeriodUnit.Day } } node => IsDay(node.Left),
        Arithmetic { Op: ArithmeticOp.Add or ArithmeticOp.Subtract } node => IsDay(node.Left) && KindOf(node.Right) == ValueKind.Number,
        _ => KindOf(expr) == ValueKind.Date,
    };

    private SqlText DayOf(Expr day) => day is Literal literal ? Constant(literal, ValueKind.Date) : Grouped(day);

    /// <summary>Two moments of which one is a day or was found by counting days: the session's zone would decide where days begin.</summary>
    private bool AsksForDays(Expr left, Expr right) => KindOf(left).IsMoment() && KindOf(right).IsMoment()
        && (IsZoned(left) != IsZoned(right) || CountsDays(left) || CountsDays(right));

    private bool IsZoned(Expr expr) => expr switch
    {
        Ref => TypeOf(expr) is { Kind: DataKind.Timestamp },
        Clock node => node.Kind == ClockKind.Now,
        Arithmetic node => KindOf(node) == ValueKind.Timestamp && (IsZoned(node.Left) || IsZoned(node.Right)),
        _ => false,
    };

    /// <summary>A moment and days, months or years from it, which are as long as the calendar of a zone makes them.</summary>
    private bool CountsDays(Expr expr) => expr is Arithmetic { Op: ArithmeticOp.Add or ArithmeticOp.Subtract } node && IsZoned(node)
        && new[] { node.Left, node.Right }.Any(part => part is Interval { Period.Unit: >= PeriodUnit.Day } || (part is Ref && KindOf(part) == ValueKind.Interval) || KindOf(part) == ValueKind.Number || CountsDays(part));

    /// <summary>The working days a moment is moved by; below zero for days back.</summary>
    private int? WorkingDaysOf(Arithmetic node) => KindOf(node.Left).IsMoment() && node is { Op: ArithmeticOp.Add or ArithmeticOp.Subtract, Right: Interval { Period: { Unit: PeriodUnit.BusinessDay } days } }
        ? (int)(node.Op == ArithmeticOp.Add ? days.Amount : -days.Amount) : null;

    /// <summary>The moment by the clock and calendar of the table's time zone.</summary>
    private SqlText Local(Expr expr) =>
        expr is Arithmetic node && CountsDays(node)
            ? WorkingDaysOf(node) is { } days ? SqlText.Of($"({WorkingDayLowering.Moved(Local(node.Left), false, days)})") : SqlText.Of($"({Local(node.Left)} {Symbol(node.Op)} {Local(node.Right)})")
        : IsZoned(expr) ? SqlText.Of($"{Grouped(expr)} AT TIME ZONE {scope.Zone}")
        : expr is Literal literal ? Constant(literal, ValueKind.Date)
        : KindOf(expr) == ValueKind.Number ? SqlText.Of($"{Grouped(expr)} * INTERVAL '1 day'")
        : Grouped(expr);

    private SqlText Present(Expr term)
    {
        var sql = Grouped(term);
        if (TypeOf(term) is { IsArray: true, Kind: not DataKind.Json })
        {
            return SqlText.Of($"{sql} IS NOT NULL AND cardinality({sql}) > 0");
        }

        return KindOf(term) == ValueKind.Text ? SqlText.Of($"{sql} IS NOT NULL AND btrim({sql}) <> ''") : SqlText.Of($"{sql} IS NOT NULL");
    }

    private SqlText Listed(OneOf node, string word = "IN")
    {
        // NULL in a list makes every comparison unknown, so the list would accept anything.
        var kind = KindOf(node.Term);
        var values = node.Values.Where(value => value.Kind != LiteralKind.Null).Select(value => Constant(value, kind)).ToSeq();
        if (TypeOf(node.Term) is { IsArray: true })
        {
            return SqlText.Of($"{Grouped(node.Term)} <@ ARRAY[{SqlText.Join(", ", values)}]::text[]");
        }

        return values.Count == 0 ? SqlText.Words(word == "IN" ? "false" : "true") : SqlText.Of($"{Grouped(node.Term)} {SqlText.Words(word)} ({SqlText.Join(", ", values)})");
    }

    private SqlText Joined(Seq<Expr> terms, string word, string empty) => terms.Count switch
    {
        0 => SqlText.Words(empty),
        1 => Write(terms[0]),
        _ => SqlText.Join(word, terms.Select(term => term is And or Or or Implies or IsPresent ? SqlText.Of($"({Write(term)})") : Write(term))),
    };

    /// <summary>A constant in the type of what stands beside it.</summary>
    private static SqlText Constant(Literal literal, ValueKind beside) => literal.Kind switch
    {
        LiteralKind.Null => SqlText.Of($"NULL"),
        LiteralKind.Boolean => SqlText.Words(literal.Text),
        LiteralKind.Number when beside is not ValueKind.Text && IsNumber(literal.Text) => SqlText.Of($"{SqlLiteral.Number(decimal.Parse(literal.Text, CultureInfo.InvariantCulture))}"),
        LiteralKind.Date => SqlText.Of($"DATE {SqlLiteral.String(literal.Text)}"),
        _ => SqlText.Of($"{SqlLiteral.String(literal.Text)}"),
    };

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);

    private static ValueKind ArithmeticKind(ValueKind left, ArithmeticOp op, ValueKind right) => (left, right) switch
    {
        (ValueKind.Date, ValueKind.Date) => ValueKind.Number,
        (ValueKind.Date or ValueKind.Timestamp, ValueKind.Date or ValueKind.Timestamp) => ValueKind.Interval,
        (ValueKind.Date, ValueKind.Interval) or (ValueKind.Interval, ValueKind.Date) => ValueKind.Timestamp,
        (ValueKind.Date or ValueKind.Timestamp, _) => left,
        (_, ValueKind.Date or ValueKind.Timestamp) => right,
        (ValueKind.Time, ValueKind.Time) => ValueKind.Interval,
        (ValueKind.Time, _) => ValueKind.Time,
        (ValueKind.Interval, _) or (_, ValueKind.Interval) => ValueKind.Interval,
        _ => op == ArithmeticOp.Divide ? ValueKind.Number : left == ValueKind.Unknown ? right : left,
    };

    private static SqlText Symbol(CompareOp op) => op switch
    {
        CompareOp.Equal => SqlText.Of($"="),
        CompareOp.NotEqual => SqlText.Of($"<>"),
        CompareOp.Less => SqlText.Of($"<"),
        CompareOp.LessOrEqual => SqlText.Of($"<="),
        CompareOp.Greater => SqlText.Of($">"),
        CompareOp.GreaterOrEqual => SqlText.Of($">="),
        _ => throw new InvalidOperationException($"unknown comparison {op}"),
    };

    private static SqlText Symbol(ArithmeticOp op) => op switch
    {
        ArithmeticOp.Add => SqlText.Of($"+"),
        ArithmeticOp.Subtract => SqlText.Of($"-"),
        ArithmeticOp.Multiply => SqlText.Of($"*"),
        ArithmeticOp.Divide => SqlText.Of($"/"),
        _ => throw new InvalidOperationException($"unknown operation {op}"),
    };

    private static bool IsAtomic(Expr expr) => expr is Ref or Literal or Clock or Interval or LengthOf or DecimalPlaces or Rounded or CalendarPart or Lower or Trimmed or Aggregate;
}
