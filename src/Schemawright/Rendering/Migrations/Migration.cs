using System.Globalization;
using Schemawright.Collections;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.Migrations;

/// <summary>One step from an empty database to the model, and the way back.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="What">One line on what it brings.</param>
internal sealed record Migration(int Number, string Name, string What, Seq<SqlText> Up, Seq<SqlText> Down)
{
    /// <summary>Every statement is a transaction of its own.</summary>
    public bool EachAlone { get; init; }

    /// <summary>One line on what the way back leaves or takes along.</summary>
    public string? Warning { get; init; }

    /// <summary><c>001</c>.</summary>
    public string Padded(int digits) => Number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
