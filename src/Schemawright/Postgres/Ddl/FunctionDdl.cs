using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>CREATE FUNCTION; the search path of one that runs as its owner is pinned, so that nobody can slip other objects under it.</summary>
public static class FunctionDdl
{
    /// <summary>Which body it gets is decided by the server the statement runs on, so that the same file serves old and new ones.</summary>
    public static SqlText Write(PgFunction function) => function.Native is not { } native ? Created(function) : SqlText.Of(
        $"""
        DO $native$
        BEGIN
            IF current_setting('server_version_num')::integer >= {native.Server * 10000} THEN
                {Created(function with { Body = native.Body })}
            ELSE
                {Created(function)}
            END IF;
        END
        $native$;
        """);

    private static SqlText Created(PgFunction function)
    {
        var security = function.SecurityDefiner ? SqlText.Of($" SECURITY DEFINER\n    SET search_path = pg_catalog, pg_temp") : SqlText.Empty;
        var settings = SqlText.Join("", function.Settings.Select(setting => SqlText.Of($"\n    SET {SqlText.Words(setting)}")));
        var head = SqlText.Of($"CREATE FUNCTION {function.Name}({SqlText.Words(function.Signature)}) RETURNS {SqlText.Words(function.Returns)}\n    LANGUAGE {SqlText.Words(function.Language)} {SqlText.Words(function.Volatility)}{security}{settings}");
        if (function.Body.Text.StartsWith("RETURN ", StringComparison.Ordinal))
        {
            return SqlText.Of($"{head}\n    {function.Body};");
        }

        var tag = Tag(function.Body);
        var end = function.Language == "plpgsql" ? SqlText.Of($";") : SqlText.Empty;
        return SqlText.Of($"{head}\nAS {tag}\n{function.Body}{end}\n{tag};");
    }

    /// <summary>The function with its argument types, as grants and comments name it.</summary>
    public static SqlText Identity(PgFunction function) =>
        SqlText.Of($"{function.Name}({SqlText.Words(string.Join(",", function.Signature.Split(',').Select(WithoutDefault)))})");

    private static string WithoutDefault(string argument) =>
        argument.IndexOf(" DEFAULT ", StringComparison.Ordinal) is var place and >= 0 ? argument[..place] : argument;

    /// <summary>A quotation mark the body does not contain.</summary>
    private static SqlText Tag(SqlText body)
    {
        var tag = SqlText.Of($"$function$");
        for (var number = 1; body.Text.Contains(tag.Text, StringComparison.Ordinal); number++)
        {
            tag = SqlText.Of($"$function_{number}$");
        }

        return tag;
    }
}
