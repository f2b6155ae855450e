namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Imported goods: require a manager's approval": a demand on cases that no field of the subject tells apart.</summary>
internal sealed class NamesUnknownCase : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (line.Subject is not { } terms || line.Label.Count is 0 or > 4 || Approvals.Of(terms) is null
            || !line.Has("require", "requires", "required", "needs") || !line.Has("approval", "review", "authorization", "authorisation", "sign-off"))
        {
            return null;
        }

        return Reading.Unclear($"no field tells which rows of {terms.Name} are “{line.Fact.Label}”");
    }
}
