namespace Schemawright.Design;

/// <summary>The names by which documents ask for what the audit log records anyway: who, when, what, why.</summary>
internal static class AuditVocabulary
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "id", "action", "event", "event_type", "operation", "reason", "transaction_id", "actor", "user", "who", "when", "what", "record", "record_id",
        "table", "table_name", "entity", "entity_id", "entity_type", "resource", "resource_id", "resource_type", "object_id", "object_type", "target_id", "target_type",
        "changes", "diff", "details", "before", "after", "old_value", "old_values", "new_value", "new_values", "before_value", "after_value", "previous_value",
        "timestamp", "time", "date", "created_at", "updated_at", "changed_at", "occurred_at", "performed_at", "logged_at", "event_time",
        "user_id", "actor_id", "changed_by", "changed_by_id", "performed_by", "created_by", "audit_id", "log_id", "version",
    };

    public static bool IsBuiltIn(string attribute) => Whole.Contains(attribute);
}
