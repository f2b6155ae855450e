using System.Security.Cryptography;
using System.Text;
using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Obligations;
using Schemawright.Proof.Vectors;

namespace Schemawright.Proof.Privacy;

/// <summary>Encrypted columns as an application uses them: equal values look different, are found by their keyed hash, and stand nowhere in clear.</summary>
internal static class SealedColumns
{
    private const string Plain = "Qzxv-7731-wjk";
    private const string Suffix = "_ciphertext";

    public static Task<IEnumerable<ProofVector>> TryAsync(Walk walk, TableDesign table, ColumnDesign column) => walk.Session.RolledBackAsync<IEnumerable<ProofVector>>(async () =>
    {
        var about = new Attempt($"{table.Name}.{column.Name}", "", column.Origin.ToString());
        var world = walk.Staging.World();
        var rows = new[] { world.Fresh(table), world.Fresh(table) };
        var ready = await walk.Session.TryAllAsync([.. SessionSettings.For(RowSql.TenantKey(world.Tenant), "prover"), "SET LOCAL session_replication_role = replica", .. walk.Staging.Sql.All(rows), "SET LOCAL session_replication_role = origin"]);
        if (!ready.Accepted)
        {
            return [(about with { What = "store two rows" }).CouldNotVerify("accepted", ready.Explained)];
        }

        var name = walk.Staging.Sql.NameOf(table);
        var (blind, isUnique) = (table.Find(column.Name[..^Suffix.Length] + "_blind_index"), IsUnique(table, column));
        var first = await walk.Session.TryAndKeepAsync(Seal(walk, table, column, blind, rows[0]));
        var second = await walk.Session.TryAndKeepAsync(Seal(walk, table, column, blind, rows[1]));
        if (!first.Accepted)
        {
            return [(about with { What = "store an encrypted value" }).CouldNotVerify("accepted", first.Explained)];
        }

        var different = await walk.Session.AskAsync($"SELECT count(DISTINCT {new Identifier(column.Name)})::text FROM {name} WHERE {new Identifier(column.Name)} IS NOT NULL");
        return
        [
            isUnique ? (about with { What = "store the same value for a second row" }).ExpectRefused(second, "23505") : (about with { What = "store the same value twice, encrypted apart" }).Expect("2 ciphertexts", $"{(second.Accepted ? different : second.Explained)} ciphertexts"),
            .. blind is null ? Array.Empty<ProofVector>() :
            [
                (about with { Subject = $"{table.Name}.{blind.Name}", What = "find the rows by the keyed hash of the value" }).Expect($"{(isUnique ? 1 : 2)} rows", $"{await walk.Session.AskAsync($"SELECT count(*)::text FROM {name} WHERE {new Identifier(blind.Name)} = {Hash(Plain)}")} rows"),
                (about with { Subject = $"{table.Name}.{blind.Name}", What = "find rows by the plain hash of the value" }).Expect("0 rows", $"{await walk.Session.AskAsync($"SELECT count(*)::text FROM {name} WHERE {new Identifier(blind.Name)} = sha256('{Plain}'::bytea)")} rows"),
            ],
            (about with { What = "look for the value in clear in the row and in the log" }).Expect("nowhere", await InClearAsync(walk, name.ToString())),
        ];
    });

    private static async Task<string> InClearAsync(Walk walk, string table)
    {
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Plain));
        foreach (var place in walk.Staging.Schema.Tables.Where(known => walk.Staging.Design.Find(known.Name.Name.Text) is null).Select(known => known.Name.ToString()).Prepend(table))
        {
            if (await walk.Session.AskAsync($"SELECT count(*)::text FROM {place} AS r WHERE strpos(r::text, '{Plain}') > 0 OR strpos(r::text, '{hex}') > 0") != "0")
            {
                return $"in {place}";
            }
        }

        return "nowhere";
    }

    private static bool IsUnique(TableDesign table, ColumnDesign column) => table.Uniques.Any(unique => unique.Columns.Any(part => part.StartsWith(column.Name[..^Suffix.Length] + "_", StringComparison.Ordinal)));

    private static string Seal(Walk walk, TableDesign table, ColumnDesign column, ColumnDesign? blind, PlannedRow row)
    {
        var key = table.Find(column.Name[..^Suffix.Length] + "_key_id");
        string[] values = [$"{new Identifier(column.Name)} = '\\x{Convert.ToHexStringLower(Encrypt())}'", .. key is null ? Array.Empty<string>() : [$"{new Identifier(key.Name)} = 'key'"], .. blind is null ? Array.Empty<string>() : [$"{new Identifier(blind.Name)} = {Hash(Plain)}"]];
        return $"UPDATE {walk.Staging.Sql.NameOf(table)} SET {string.Join(", ", values)} WHERE {walk.Staging.Sql.KeyOf(row)}";
    }

    /// <summary>AES-256-GCM with a nonce of its own each time: nonce, ciphertext, tag.</summary>
    private static byte[] Encrypt()
    {
        var (nonce, plain) = (RandomNumberGenerator.GetBytes(12), Encoding.UTF8.GetBytes(Plain));
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(Key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. cipher, .. tag];
    }

    private static readonly byte[] Key = SHA256.HashData("a key the database never sees"u8);

    private static string Hash(string value) => $"'\\x{Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(value)))}'::bytea";
}
