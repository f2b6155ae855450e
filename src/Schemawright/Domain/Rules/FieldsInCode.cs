using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Fields that a rule's code names as members of a known entity (<c>order.gift_wrapped</c>) and no model lists.</summary>
internal static class FieldsInCode
{
    private static readonly string[] Members = ["length", "id", "size", "count", "tostring", "tolowercase", "includes", "some", "every", "map", "filter", "trim"];

    /// <summary>Gives each such field to its entity; false when nothing was added or a name belongs to no known entity.</summary>
    public static bool Add(RuleLine line, IReadOnlyList<Token> tokens, int from, int to)
    {
        var found = new List<(EntityTerms Owner, string Name, DataType Type)>();
        for (var at = from; at < to; at++)
        {
            if (!tokens[at].Text.Contains('.', StringComparison.Ordinal) || line.Speech.At(tokens, at) is not null)
            {
                continue;
            }

            var parts = tokens[at].Text.Split('.');
            var called = at + 1 < to && tokens[at + 1].Is("(");
            if (parts.Length != 2 || called || Members.Contains(parts[1].ToLowerInvariant(), StringComparer.Ordinal) || Owner(line, parts[0]) is not { } owner)
            {
                return false;
            }

            found.Add((owner, Naming.Snake(parts[1]), DataType.Of(TypeOf(tokens, at, to))));
        }

        foreach (var (owner, name, type) in found)
        {
            line.AddField(owner, name, type);
        }

        return found.Count > 0;
    }

    private static EntityTerms? Owner(RuleLine line, string word) =>
        line.Subject?.Reference(Naming.EntityKey(word)) is { } reference ? line.Vocabulary.Find(reference.Parent) : line.Vocabulary.Find(word);

    /// <summary>A member that stands alone is a flag; one compared with a number is a number, with a text a text.</summary>
    private static DataKind TypeOf(IReadOnlyList<Token> tokens, int at, int to)
    {
        var compared = at + 2 < to && tokens[at + 1].Kind == TokenKind.Operator && !tokens[at + 1].IsAny("&&", "||", "!") ? tokens[at + 2] : null;
        return compared switch
        {
            null => DataKind.Boolean,
            { Kind: TokenKind.Number } => DataKind.Decimal,
            _ when compared.IsAny("true", "false") => DataKind.Boolean,
            _ => DataKind.ShortText,
        };
    }
}
