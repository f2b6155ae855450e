namespace Schemawright.Postgres.Sql;

/// <summary>A truth value in SQL. It writes its own parentheses, so that splicing never changes what binds to what.</summary>
public sealed record Condition(SqlText Sql)
{
    public override string ToString() => $"({Sql.Text})";
}
