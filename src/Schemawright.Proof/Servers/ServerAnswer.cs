namespace Schemawright.Proof.Servers;

/// <summary>What the server said to one statement.</summary>
/// <param name="SqlState">Null when it was accepted.</param>
/// <param name="ObjectName">The constraint that refused it, or the column for not null.</param>
/// <param name="Rows">Rows changed or read, −1 when the statement counts none.</param>
internal sealed record ServerAnswer(string? SqlState, string? ObjectName, string Message, int Rows)
{
    /// <summary>The table of the refused row, without its schema.</summary>
    public string? Table { get; init; }

    public bool Accepted => SqlState is null;

    /// <summary>Words a report compares: <c>accepted</c>, <c>refused 23514 orders_total_not_negative</c>.</summary>
    public string Words => Accepted ? "accepted" : ObjectName is null ? $"refused {SqlState}" : $"refused {SqlState} {ObjectName}";

    /// <summary>The words with the server's own message, for answers nobody expected.</summary>
    public string Explained => Accepted ? Words : $"{Words}: {Message}";

    public bool Refused(string sqlState, string? objectName = null) =>
        string.Equals(SqlState, sqlState, StringComparison.Ordinal)
        && (objectName is null || string.Equals(ObjectName, objectName, StringComparison.Ordinal));
}
