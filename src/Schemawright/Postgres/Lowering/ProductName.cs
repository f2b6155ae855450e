using System.Text;

namespace Schemawright.Postgres.Lowering;

/// <summary>The product's name as the prefix of its roles: a to z, digits and underscores, never PostgreSQL's own prefix.</summary>
internal static class ProductName
{
    private const int MaxLength = 30;

    public static string Of(string appName)
    {
        var name = new StringBuilder();
        foreach (var character in appName.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                name.Append(character);
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        var slug = name.ToString(0, Math.Min(name.Length, MaxLength)).Trim('_');
        return slug.Length == 0 ? "product" : char.IsAsciiDigit(slug[0]) || slug.StartsWith("pg_", StringComparison.Ordinal) ? "app_" + slug : slug;
    }
}
