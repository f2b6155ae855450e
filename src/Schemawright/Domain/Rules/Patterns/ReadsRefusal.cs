namespace Schemawright.Domain.Rules.Patterns;

/// <summary>'Error: "Visits cannot be booked in the past"': the text of a refusal says what is refused.</summary>
internal sealed class ReadsRefusal : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (!(line.LabelIs("error") || line.LabelIs("message")) && !(line.Label.Count == 2 && line.Label[1].IsAny("error", "message")))
        {
            return null;
        }

        var words = line.Tokens.Where(token => token.Kind != TokenKind.Mark).ToArray();
        if (words is not [{ Kind: TokenKind.Quoted }] || words[0].Text.IndexOf(' ', StringComparison.Ordinal) < 0)
        {
            return null;
        }

        var said = line.With(Lexer.Read(words[0].Text));
        return BelongsToSame.Refused(said) ?? (RulePatterns.Read(said) is { Fate: null } reading ? reading : null);
    }
}
