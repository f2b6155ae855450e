namespace Schemawright.Domain.Rules;

/// <summary>One way of stating a rule.</summary>
internal interface IRulePattern
{
    /// <summary>What the line says in this pattern's form; null when it is not of that form.</summary>
    Reading? Read(RuleLine line);
}
