using Schemawright.Design.Stack;

namespace Schemawright.Rendering.Stack;

/// <summary>Names and types as each warehouse writes them.</summary>
internal sealed class WarehouseText(StoreProduct product)
{
    /// <summary>Always quoted, the quotation mark doubled or escaped, so no name of the input can end it.</summary>
    public string Name(string name) => product switch
    {
        StoreProduct.BigQuery => "`" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal) + "`",
        StoreProduct.ClickHouse => "`" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal) + "`",
        _ => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
    };

    /// <param name="type">PostgreSQL's, below the domain.</param>
    public string Type(string type)
    {
        var (bigQuery, snowflake, redshift, clickHouse) = type switch
        {
            "smallint" or "integer" or "bigint" => ("INT64", "NUMBER(38, 0)", "BIGINT", "Int64"),
            "boolean" => ("BOOL", "BOOLEAN", "BOOLEAN", "Bool"),
            "date" => ("DATE", "DATE", "DATE", "Date32"),
            "timestamp with time zone" => ("TIMESTAMP", "TIMESTAMP_TZ", "TIMESTAMPTZ", "DateTime64(6, 'UTC')"),
            "timestamp without time zone" => ("DATETIME", "TIMESTAMP_NTZ", "TIMESTAMP", "DateTime64(6)"),
            _ when type.StartsWith("numeric", StringComparison.Ordinal) => ("NUMERIC", "NUMBER(38, 9)", "NUMERIC(38, 9)", "Decimal(38, 9)"),
            _ => ("STRING", "VARCHAR", "VARCHAR(1024)", "String"),
        };
        return product switch { StoreProduct.BigQuery => bigQuery, StoreProduct.Snowflake => snowflake, StoreProduct.Redshift => redshift, _ => clickHouse };
    }

    public string Optional(string type) => product == StoreProduct.ClickHouse ? $"Nullable({type})" : type;

    public string Required(string type) => product == StoreProduct.ClickHouse ? type : type + " NOT NULL";

    /// <summary>What follows the columns: the order on disk that reports by time and by tenant read.</summary>
    /// <param name="keys">The columns that identify a row.</param>
    public string Storage(string? time, IReadOnlyList<string> keys) => product switch
    {
        StoreProduct.BigQuery => time is null ? "" : $"\nPARTITION BY DATE_TRUNC({(Name(time))}, MONTH)\nCLUSTER BY {Name(keys[0])}",
        StoreProduct.Snowflake => time is null ? "" : $"\nCLUSTER BY ({Name(keys[0])}, {Name(time)})",
        StoreProduct.Redshift => time is null ? "\nDISTSTYLE ALL" : $"\nSORTKEY ({Name(time)})",
        _ => $"\nENGINE = ReplacingMergeTree({Name("changed_at")})\nORDER BY ({string.Join(", ", (time is null ? keys : [.. keys.Take(keys.Count - 1), time, keys[^1]]).Select(Name))})",
    };
}
