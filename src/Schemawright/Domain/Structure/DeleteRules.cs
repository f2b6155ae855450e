namespace Schemawright.Domain.Structure;

/// <summary>Reads what becomes of children when their parent goes.</summary>
internal static class DeleteRules
{
    public static DeleteRule? Parse(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        return written.Contains("cascade", StringComparison.OrdinalIgnoreCase) ? DeleteRule.Cascade
            : written.Contains("null", StringComparison.OrdinalIgnoreCase) ? DeleteRule.SetNull
            : DeleteRule.Restrict;
    }
}
