using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>CREATE DOMAIN.</summary>
public static class DomainDdl
{
    public static SqlText Write(PgDomain domain) => SqlText.Of(
        $"CREATE DOMAIN {domain.Name} AS {SqlText.Words(domain.BaseType)}{SqlText.Join("", domain.Checks.Select(check => SqlText.Of($"\n    CONSTRAINT {check.Name} CHECK {check.Condition}")))};");
}
