namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>One way of saying a demand that the patterns know in other words.</summary>
internal interface IParaphrase
{
    /// <summary>The demand in the words that the patterns know; null when the line is not of this form.</summary>
    RuleLine? Of(RuleLine line);
}
