using Schemawright.Collections;
using Schemawright.Proof.Catalog;

namespace Schemawright.Proof.Obligations;

/// <summary>The document's dictionary lists exactly the tables there are, and the server itself can explain each table and column.</summary>
internal sealed class DictionaryMatchesCatalogue : IObligation
{
    private const string Document = "DATA_MODEL.md";

    public string Claim => "the data dictionary names exactly the tables of the database, and every table and column carries its comment";

    public Task<Seq<ProofVector>> TryAsync(ProofBench bench)
    {
        var tables = bench.Objects.Where(found => found.Kind == "tables" && !found.Definition.Contains("partition of", StringComparison.Ordinal)).ToArray();
        var text = bench.Compilation.Artifacts.FirstOrDefault(file => file.Path == Document)?.Text;
        return Task.FromResult<Seq<ProofVector>>([.. Listed(tables, text), .. Commented(bench.Objects, tables)]);
    }

    private static IEnumerable<ProofVector> Listed(CatalogObject[] tables, string? text)
    {
        if (text is null)
        {
            return [new Attempt(Document, "read it", Document).CouldNotVerify("the document", "it is not among the artefacts")];
        }

        var listed = DictionaryTable.Names(text).ToHashSet(StringComparer.Ordinal);
        var known = tables.Select(table => Plain(table.Name)).ToHashSet(StringComparer.Ordinal);
        return known.Order(StringComparer.Ordinal).Select(name => new Attempt(name, "look it up in the dictionary", Document).Expect("listed", listed.Contains(name) ? "listed" : "not listed"))
            .Concat(listed.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).Select(name => new Attempt(name, "look it up in the catalogue", Document).Broken("a table", "there is no such table")));
    }

    private static IEnumerable<ProofVector> Commented(Seq<CatalogObject> objects, CatalogObject[] tables)
    {
        var comments = objects.Where(found => found.Kind == "comments").Select(found => found.Name).ToHashSet(StringComparer.Ordinal);
        var columns = objects.Where(found => found.Kind == "columns").ToLookup(found => found.Name[..found.Name.LastIndexOf('.')], StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var missing = columns[table.Name].Where(column => !comments.Contains("table column " + column.Name)).Select(column => column.Name[(table.Name.Length + 1)..]).ToList();
            var isSaid = comments.Contains("table " + table.Name);
            yield return new Attempt(table.Name, "read its comments", Document).Expect(
                "the table and each column explained",
                isSaid && missing.Count == 0 ? "the table and each column explained" : $"no comment on {string.Join(", ", isSaid ? missing : missing.Prepend("the table"))}");
        }
    }

    /// <summary>The table's own name without schema and quotes.</summary>
    private static string Plain(string name)
    {
        var quote = name.EndsWith('"') ? name.LastIndexOf(".\"", StringComparison.Ordinal) : name.LastIndexOf('.');
        return name[(quote + 1)..].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
