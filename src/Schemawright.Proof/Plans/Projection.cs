using System.Globalization;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Servers;

namespace Schemawright.Proof.Plans;

/// <summary>
/// Lets the planner see tables of the declared size: the files of a sample and of its indexes are made longer without taking room, and
/// the catalogue is told as many rows and pages. Nothing may be read from such a database any more; it is asked for plans alone.
/// </summary>
internal sealed class Projection(PgSchema schema, DeclaredScale scale)
{
    private const int Page = 8192;

    /// <summary>A file of the server ends here, and the next begins.</summary>
    private const long PagesOfFile = 131_072;

    private const long MostPages = 64 * PagesOfFile;

    /// <param name="names">The tables whose plans are asked for; empty: all.</param>
    public async Task ApplyAsync(ProofSession session, IReadOnlySet<string> names)
    {
        await session.RunAsync("CHECKPOINT");
        var files = new List<string>();
        foreach (var table in schema.Tables.Where(table => names.Count == 0 || names.Contains(table.Name.Name.Text)))
        {
            files.AddRange(await OfTableAsync(session, table));
        }

        foreach (var some in files.Chunk(200))
        {
            await session.RunAsync($"COPY (SELECT 1 WHERE false) TO PROGRAM {SqlLiteral.String("cd \"" + await session.AskAsync("SELECT current_setting('data_directory')") + "\" && cat >/dev/null; " + string.Join("; ", some))}");
        }
    }

    /// <summary>Tells the catalogue the sizes of a table, its partitions and all their indexes; the answer makes the files as long.</summary>
    private async Task<IEnumerable<string>> OfTableAsync(ProofSession session, PgTable table)
    {
        var relations = await session.QueryAsync(
            $"""
            WITH parts AS (SELECT relid AS oid FROM pg_partition_tree({SqlLiteral.String(table.Name.ToString())}) UNION SELECT {SqlLiteral.String(table.Name.ToString())}::regclass),
                 held AS (SELECT greatest(1, sum(reltuples) FILTER (WHERE relkind = 'r')) AS sample FROM parts JOIN pg_class USING (oid)),
                 sized AS (SELECT c.oid, c.relpages, c.reltuples FROM pg_class c WHERE c.relkind IN ('r', 'i') AND c.relpages > 0
                             AND (c.oid IN (SELECT oid FROM parts) OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT oid FROM parts))))
            SELECT sized.oid::text, pg_relation_filepath(sized.oid), least({Number(MostPages)}, ceil(relpages::float8 * {Number(scale.RowsOf(table))} / sample))::bigint::text
            FROM sized, held WHERE sample < {Number(scale.RowsOf(table))}
            """);
        foreach (var relation in relations)
        {
            await session.RunAsync($"UPDATE pg_class SET reltuples = reltuples * ({relation[2]}::float8 / relpages), relpages = {relation[2]}, relallvisible = CASE relkind WHEN 'r' THEN ({relation[2]} * 0.9)::integer ELSE 0 END WHERE oid = {relation[0]}");
        }

        return relations.SelectMany(relation => Lengthened(relation[1]!, long.Parse(relation[2]!, CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Lengthened(string path, long pages)
    {
        for (var part = 0; pages > 0; part++, pages -= PagesOfFile)
        {
            yield return $"dd if=/dev/null of=\"{path}{(part == 0 ? "" : $".{Number(part)}")}\" bs={Number(Page)} seek={Number(Math.Min(pages, PagesOfFile))} 2>/dev/null";
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
