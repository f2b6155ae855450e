using Schemawright.Collections;
using Schemawright.Design;

namespace Schemawright.Postgres.Lowering;

/// <summary>Extensions, only as far as something needs them.</summary>
internal static class ExtensionLowering
{
    public static Seq<string> Lower(DataDesign design)
    {
        var extensions = new List<string>();
        if (design.Tables.Any(table => table.Exclusions.Count > 0 || table.Indexes.Any(index => index.Method == IndexMethod.Gist)))
        {
            extensions.Add("btree_gist");
        }

        if (design.Tables.Any(table => table.Indexes.Any(index => index.Method == IndexMethod.Trigram)))
        {
            extensions.Add("pg_trgm");
        }

        return extensions.ToSeq();
    }
}
