using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Capacity;

/// <summary>How much room a column's values take, and how they repeat.</summary>
/// <param name="Type">The stored type below the domain.</param>
/// <param name="Bytes">Of a present value, header included, on average.</param>
/// <param name="Align">1, 2, 4 or 8: where a value may begin.</param>
/// <param name="Varies">Values differ in length, so the next column begins anywhere.</param>
/// <param name="Absent">The share of rows without a value.</param>
/// <param name="Distinct">Different values among so many rows.</param>
/// <param name="Ascending">Later rows have larger values.</param>
public sealed record ColumnWidth(Identifier Name, string Type, double Bytes, int Align, bool Varies, double Absent, double Distinct, bool Ascending)
{
    /// <summary>The column's place is shared by all tenants' rows or tells them apart.</summary>
    public bool IsTenant { get; init; }

    /// <summary>The key of another table's row.</summary>
    public bool IsReference { get; init; }

    /// <summary>Characters of a text, or bytes of a structure, without the header.</summary>
    public double Length { get; init; }

    /// <summary>Long values of the type can move out of the row.</summary>
    public bool CanLeaveTheRow => Varies && Bytes > 32;
}
