using Schemawright.Collections;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>A REST endpoint taken apart.</summary>
/// <param name="Collection">The last part of the path that names things, without versions and parameters; null when none does.</param>
/// <param name="IsOne">The path ends in an id.</param>
/// <param name="Last">The last part of the path.</param>
internal sealed record Endpoint(string Method, string Path, string? Collection, bool IsOne, string Last, Seq<QueryParameter> Parameters)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Technical = ["api", "rest", "admin", "public", "internal", "auth", "me", "export", "upload", "download", "bulk", "search", "list", "oauth", "sso", "health", "webhooks"];

    /// <summary>The endpoint the words begin with ("GET /api/v1/orders?status=open"), or null.</summary>
    public static Endpoint? Read(string words)
    {
        var text = string.Join(' ', words.Trim().TrimStart('`', '*', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var method = Array.Find(Methods, known => text.StartsWith(known + " /", StringComparison.Ordinal) || text.StartsWith(known + " `/", StringComparison.Ordinal));
        if (method is null)
        {
            return null;
        }

        var path = text[(method.Length + 1)..].TrimStart('`').Split([' ', '`', '|', ')', ','], 2)[0];
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var parts = (question < 0 ? path : path[..question]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = parts.Length == 0 ? "" : parts[^1];
        var named = parts.Any(part => part is "auth" or "oauth" or "login" or "sso" or "health") ? [] : parts.Where(part => !IsParameter(part) && !Technical.Contains(part, StringComparer.OrdinalIgnoreCase) && !IsVersion(part)).ToArray();
        return new(method, path, Named(parts, named), parts.Length > 0 && IsParameter(last), last, QueryParameters.Read(question < 0 ? "" : path[question..]));
    }

    /// <summary>The part before the last id, else the last named part.</summary>
    private static string? Named(string[] parts, string[] named)
    {
        var id = Array.FindLastIndex(parts, IsParameter);
        return id > 0 && named.Contains(parts[id - 1], StringComparer.Ordinal) && id == parts.Length - 1 ? parts[id - 1] : named.Length > 0 ? named[^1] : null;
    }

    private static bool IsParameter(string part) => part[0] is '{' or ':' or '[' or '<';

    private static bool IsVersion(string part) => part.Length <= 3 && part[0] is 'v' or 'V' && part.Skip(1).All(char.IsAsciiDigit);
}
