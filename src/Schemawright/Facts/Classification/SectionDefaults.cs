using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Classification;

/// <summary>What an item or row that says nothing of data is as a rule under its heading: a feature is something the product does, a prerequisite is technology.</summary>
internal static class SectionDefaults
{
    private static readonly (string[] Phrases, StatementClass Class, string Reason)[] Sections =
    [
        (["edge case*", "error handling", "error case*", "failure case*", "exception handling", "testing checklist"], StatementClass.Process, "what the product does in that case"),
        (["validation*", "invariant*"], StatementClass.Rule, "demands something that no reader could place"),
        (["endpoint*", "api architecture", "api summary*", "request body", "response", "get", "post", "put", "patch", "delete", "dashboard features"], StatementClass.Interface, "how the product looks or answers"),
        (["external service*", "third-party service*", "integration requirement*", "security requirement*", "security consideration*", "technical consideration*", "technical note*", "technical requirement*", "input validation", "prerequisite*", "platform", "folder*", "project structure",
            "directory structure", "scalability", "implementation", "implementation details", "performance checklist", "development setup*", "observability", "architecture decisions"], StatementClass.Technology, "how the product is built or run"),
        (["notification*", "reminder*"], StatementClass.Process, "what the application sends to people"),
        (["feature*", "functionality", "capabilit*", "user stor*", "use case*", "functional requirement*"], StatementClass.Process, "what the product does"),
    ];

    /// <summary>The innermost lead-in or heading that tells; null when none does.</summary>
    public static (StatementClass Class, string Reason)? Of(Statement statement)
    {
        if (statement.Form is not (StatementForm.ListItem or StatementForm.TableRow) || statement.Text.EndsWith(':'))
        {
            return null;
        }

        return (statement.Form == StatementForm.ListItem && statement.LeadIn is { Length: <= 80 } leadIn ? Of(leadIn) : null)
            ?? statement.Headings.Skip(1).Reverse().Select(Of).FirstOrDefault(found => found is not null);
    }

    private static (StatementClass Class, string Reason)? Of(string heading) =>
        Array.Find(Sections, section => heading.Says(section.Phrases)) is { Reason: { } reason } section ? (section.Class, reason) : null;
}
