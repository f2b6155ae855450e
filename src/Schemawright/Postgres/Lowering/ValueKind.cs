using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>What kind of value an expression has, as far as SQL's operators care.</summary>
internal enum ValueKind { Unknown, Text, Number, Boolean, Date, Timestamp, Time, Interval, Json, Point, Other }

internal static class ValueKinds
{
    public static ValueKind Of(DataType type) => type.IsArray
        ? ValueKind.Other
        : type.Kind switch
        {
            _ when ColumnTypes.IsText(type.Kind) => ValueKind.Text,
            _ when ColumnTypes.IsNumber(type.Kind) => ValueKind.Number,
            DataKind.Boolean => ValueKind.Boolean,
            DataKind.Date => ValueKind.Date,
            DataKind.Timestamp or DataKind.LocalTimestamp => ValueKind.Timestamp,
            DataKind.Time => ValueKind.Time,
            DataKind.Duration => ValueKind.Interval,
            DataKind.Json => ValueKind.Json,
            DataKind.Coordinates => ValueKind.Point,
            _ => ValueKind.Other,
        };

    public static bool IsMoment(this ValueKind kind) => kind is ValueKind.Date or ValueKind.Timestamp;
}
