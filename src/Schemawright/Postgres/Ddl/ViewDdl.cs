using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>CREATE VIEW.</summary>
public static class ViewDdl
{
    public static SqlText Write(PgView view)
    {
        var materialized = view.Materialized ? SqlText.Of($"MATERIALIZED ") : SqlText.Empty;
        var options = view.Options.Length > 0 ? SqlText.Of($" WITH ({SqlText.Words(view.Options)})") : SqlText.Empty;
        return SqlText.Of($"CREATE {materialized}VIEW {view.Name}{options} AS\n{view.Query};");
    }
}
