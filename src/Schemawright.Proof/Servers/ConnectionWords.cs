using Npgsql;

namespace Schemawright.Proof.Servers;

/// <summary>A connection as people write it: <c>postgresql://user@host:5432/name</c>, or <c>Host=…;Database=…</c>.</summary>
internal static class ConnectionWords
{
    private static readonly string[] Schemes = ["postgresql", "postgres"];

    /// <exception cref="FormatException">It is neither.</exception>
    public static string Of(string words)
    {
        if (!Uri.TryCreate(words, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme, StringComparer.Ordinal))
        {
            return FromKeys(words);
        }

        var builder = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0)
        {
            builder.Port = uri.Port;
        }

        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, ..] parts)
        {
            builder.Username = Uri.UnescapeDataString(user);
            builder.Password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : null;
        }

        foreach (var (key, value) in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1])))
        {
            Set(builder, key, Uri.UnescapeDataString(value));
        }

        return builder.ConnectionString;
    }

    private static string FromKeys(string words)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(words).ConnectionString;
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"not a connection: {error.Message}", error);
        }
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string key, string value)
    {
        try
        {
            builder[key == "sslmode" ? "SSL Mode" : key] = value;
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"not a connection: {error.Message}", error);
        }
    }
}
