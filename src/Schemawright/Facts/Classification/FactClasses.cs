namespace Schemawright.Facts.Classification;

/// <summary>The class of the statements a fact was read from.</summary>
internal static class FactClasses
{
    public static (StatementClass Class, string Reason) Of(Fact fact) => fact switch
    {
        EntityFact entity => (StatementClass.Fact, $"names the entity {entity.Name}"),
        AttributeFact attribute => (StatementClass.Fact, $"states the attribute {attribute.Name} of {attribute.Entity}"),
        KeyFact key => (StatementClass.Fact, $"states a key of {key.Entity}"),
        RelationshipFact link => (StatementClass.Fact, $"relates {link.From} to {link.To}"),
        StateMachineFact machine => (StatementClass.Fact, $"states the states of {machine.Entity ?? "an entity"}"),
        RuleFact => (StatementClass.Rule, "states a rule"),
        RoleFact role => (StatementClass.Access, $"names the role {role.Name}"),
        AccessFact access => (StatementClass.Access, $"says what {access.Role} may do"),
        RetentionFact => (StatementClass.Rule, "says how long data is kept"),
        ScaleFact => (StatementClass.Scale, "gives a figure to plan for"),
        TechnologyFact technology => (StatementClass.Technology, $"names {technology.Product}"),
        ReportFact => (StatementClass.Query, "says what a report shows"),
        QueryFact => (StatementClass.Query, "says how data is read"),
        RecoveryFact => (StatementClass.Scale, "says what must survive a failure"),
        PrivacyFact => (StatementClass.Rule, "asks for protection of data"),
        AuditFact => (StatementClass.Rule, "asks for a record of changes or accesses"),
        TenancyFact => (StatementClass.Rule, "says whose data is kept apart"),
        _ => (StatementClass.Fact, "states a fact"),
    };
}
