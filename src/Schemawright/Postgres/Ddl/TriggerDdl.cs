using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>CREATE TRIGGER.</summary>
public static class TriggerDdl
{
    public static SqlText Write(PgTrigger trigger)
    {
        var kind = trigger.Deferred ? SqlText.Of($"CONSTRAINT TRIGGER") : SqlText.Of($"TRIGGER");
        var deferred = trigger.Deferred ? SqlText.Of($"\n    DEFERRABLE INITIALLY DEFERRED") : SqlText.Empty;
        var referencing = trigger.Referencing is { } tables ? SqlText.Of($"\n    {SqlText.Words(tables)}") : SqlText.Empty;
        var when = trigger.When is { } condition ? SqlText.Of($"\n    WHEN {condition}") : SqlText.Empty;
        var arguments = SqlText.Join(", ", trigger.Arguments.Select(argument => SqlText.Of($"{argument}")));
        return SqlText.Of($"CREATE {kind} {trigger.Name}\n    {SqlText.Words(trigger.Timing)} {trigger.Events} ON {trigger.Table}{deferred}{referencing}\n    FOR EACH {SqlText.Words(trigger.Level)}{when}\n    EXECUTE FUNCTION {trigger.Function}({arguments});");
    }
}
