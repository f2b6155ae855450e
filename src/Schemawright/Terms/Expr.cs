using System.Text.Json.Serialization;
using Schemawright.Collections;

namespace Schemawright.Terms;

public enum CompareOp { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

public enum ArithmeticOp { Add, Subtract, Multiply, Divide }

public enum AggregateKind { Count, Sum, Min, Max }

public enum LiteralKind { Number, Text, Boolean, Null, Date }

public enum ClockKind { Today, Now }

public enum CalendarUnit { Weekday, DayOfMonth }

/// <summary>
/// A business rule's condition as a tree over the subject's attributes. Three-valued like SQL: an absent attribute makes
/// a comparison unknown. It stays a tree until Ddl/ writes it, so nothing ever searches inside SQL text.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "node")]
[JsonDerivedType(typeof(Ref), "ref")]
[JsonDerivedType(typeof(Literal), "literal")]
[JsonDerivedType(typeof(Clock), "clock")]
[JsonDerivedType(typeof(Interval), "interval")]
[JsonDerivedType(typeof(Compare), "compare")]
[JsonDerivedType(typeof(And), "and")]
[JsonDerivedType(typeof(Or), "or")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(Implies), "implies")]
[JsonDerivedType(typeof(IsPresent), "present")]
[JsonDerivedType(typeof(OneOf), "oneOf")]
[JsonDerivedType(typeof(Matches), "matches")]
[JsonDerivedType(typeof(LengthOf), "length")]
[JsonDerivedType(typeof(DecimalPlaces), "decimalPlaces")]
[JsonDerivedType(typeof(Rounded), "rounded")]
[JsonDerivedType(typeof(CalendarPart), "calendarPart")]
[JsonDerivedType(typeof(Lower), "lower")]
[JsonDerivedType(typeof(Trimmed), "trimmed")]
[JsonDerivedType(typeof(Arithmetic), "arithmetic")]
[JsonDerivedType(typeof(Aggregate), "aggregate")]
public abstract record Expr;

/// <summary>An attribute of the subject, or of something it refers to.</summary>
/// <param name="Path">
/// The attribute's name (<c>["end_date"]</c>), or the role names of the references to walk and then the attribute's
/// name (<c>["order", "customer", "is_active"]</c>). A role is the foreign key's name without <c>_id</c>.
/// </param>
/// <param name="Old">The value before the change, in rules about updates.</param>
public sealed record Ref(Seq<string> Path, bool Old = false) : Expr
{
    public static Ref To(string attribute) => new([attribute]);

    public string Attribute => Path[^1];

    public bool IsOwn => Path.Count == 1;
}

/// <param name="Text">Invariant form: <c>0.01</c>, <c>true</c>, <c>2024-02-29</c>, the text itself, or empty for null.</param>
public sealed record Literal(LiteralKind Kind, string Text) : Expr
{
    public static Literal Number(decimal value) => new(LiteralKind.Number, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Literal String(string value) => new(LiteralKind.Text, value);

    public static Literal Bool(bool value) => new(LiteralKind.Boolean, value ? "true" : "false");
}

/// <summary>The server's date or time at the event; a rule holding one is checked at the event, never in a CHECK.</summary>
public sealed record Clock(ClockKind Kind) : Expr;

public sealed record Interval(Period Period) : Expr;

public sealed record Compare(CompareOp Op, Expr Left, Expr Right) : Expr;

public sealed record And(Seq<Expr> Terms) : Expr;

public sealed record Or(Seq<Expr> Terms) : Expr;

public sealed record Not(Expr Term) : Expr;

/// <summary>When the first holds, the second must hold.</summary>
public sealed record Implies(Expr When, Expr Then) : Expr;

/// <summary>The value is given: not null, and for text not blank.</summary>
public sealed record IsPresent(Expr Term) : Expr;

public sealed record OneOf(Expr Term, Seq<Literal> Values) : Expr;

/// <param name="Pattern">An anchored POSIX advanced regular expression that also is a .NET expression of the same meaning.</param>
public sealed record Matches(Expr Term, string Pattern, bool IgnoreCase = false) : Expr;

/// <summary>Characters of a text.</summary>
public sealed record LengthOf(Expr Term) : Expr;

/// <summary>Digits after the decimal point.</summary>
public sealed record DecimalPlaces(Expr Term) : Expr;

/// <summary>A number rounded to so many decimal places, half away from zero.</summary>
public sealed record Rounded(Expr Term, int Digits) : Expr;

/// <summary>Where a day stands in the calendar: its weekday from 1 for Monday to 7 for Sunday, or its day of the month.</summary>
public sealed record CalendarPart(CalendarUnit Unit, Expr Term) : Expr;

public sealed record Lower(Expr Term) : Expr;

/// <summary>The text without white space at both ends.</summary>
public sealed record Trimmed(Expr Term) : Expr;

public sealed record Arithmetic(ArithmeticOp Op, Expr Left, Expr Right) : Expr;

/// <summary>A figure over the rows of another entity that refer to the subject.</summary>
/// <param name="Entity">The entity whose rows are counted or summed.</param>
/// <param name="Role">The role by which they refer to the subject.</param>
/// <param name="Attribute">What is summed; null for a count.</param>
/// <param name="Where">Which of the rows; its references are attributes of the counted entity.</param>
public sealed record Aggregate(AggregateKind Kind, string Entity, string Role, string? Attribute, Expr? Where) : Expr;
