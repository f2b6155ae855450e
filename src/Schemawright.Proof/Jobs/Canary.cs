using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Proof.Jobs;

/// <summary>Values that stand nowhere else, put into a person's columns one after the other, so that logs hold the earlier one as an old value.</summary>
internal static class Canary
{
    private const string KeyId = "_key_id";
    private const string Ciphertext = "_ciphertext";

    /// <summary>What a person's values may stand in.</summary>
    public static Seq<ColumnDesign> ColumnsOf(TableDesign table) =>
        [.. table.Columns.Where(column => column is { Privacy: not PrivacyClass.None, Generated: null } && column.Type.Values.Count == 0 && !table.IsKeyOrLink(column.Name))];

    /// <param name="round">0 for the earlier value, 1 for the later one.</param>
    /// <returns>Assignments as SQL; null for a type that holds nothing telling.</returns>
    public static string? Assignments(TableDesign table, ColumnDesign column, int round)
    {
        if (Of(column, round) is not { } value)
        {
            return null;
        }

        var key = column.Role == ColumnRole.Ciphertext && column.Name.EndsWith(Ciphertext, StringComparison.Ordinal) ? table.Find(column.Name[..^Ciphertext.Length] + KeyId) : null;
        return $"{new Identifier(column.Name)} = {value}" + (key is null ? "" : $", {new Identifier(key.Name)} = 'key'");
    }

    private static string? Of(ColumnDesign column, int round) => column.Type switch
    {
        { IsArray: true, Kind: DataKind.ShortText or DataKind.LongText } => $"ARRAY['Qzxv{round}wjk']",
        { IsArray: true } => null,
        { Kind: DataKind.Email } => $"'qzxv{round}wjk@example.org'",
        { Kind: DataKind.Phone } => $"'+9970813{round}46'",
        { Kind: DataKind.Url } => $"'https://example.org/qzxv{round}wjk'",
        { Kind: DataKind.Date } => $"DATE '1931-03-0{round + 1}'",
        { Kind: DataKind.IpAddress } => $"inet '203.0.113.{round + 77}'",
        { Kind: DataKind.Binary } => $"decode('9b3f{round}c7d51e8', 'hex')",
        { Kind: DataKind.Json } => $"'{{\"name\": \"Qzxv{round}wjk\"}}'::jsonb",
        { Kind: DataKind.ShortText or DataKind.LongText } => $"'Qzxv{round}wjk'",
        _ => null,
    };

    private static bool IsKeyOrLink(this TableDesign table, string column) =>
        table.PrimaryKey.Columns.Contains(column, StringComparer.Ordinal) || table.ForeignKeys.Any(link => link.Columns.Contains(column, StringComparer.Ordinal));
}
