using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Unique constraint on (room_id, day, hour) where status = 'open'": a key told by its columns.</summary>
internal sealed class UniqueOnColumns : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var unique = Phrase.IndexOf(words, 0, "unique", "uniqueness");
        var open = unique is < 0 or > 4 ? -1 : Phrase.IndexOf(words, unique, "(");
        var close = open < 0 || open - unique > 4 ? -1 : Phrase.IndexOf(words, open, ")");
        if (close < open + 2 || !words.Skip(unique + 1).Take(open - unique - 1).All(word => word.IsAny("constraint", "index", "key", "on", "together", "the", "over", "columns", "pair")))
        {
            return null;
        }

        var names = words.Skip(open + 1).Take(close - open - 1).Where(token => !token.Is(",")).ToArray();
        var owners = new[] { line.Subject }.Concat(line.Others()).OfType<EntityTerms>();
        var owner = owners.FirstOrDefault(terms => names.All(name => Own(terms, name) is not null));
        if (owner is null || names.Length < 2)
        {
            return null;
        }

        var where = Phrase.IndexOf(words, close, "where", "when", "among");
        var only = where < 0 ? null : Conditions.Read(new Speech(line.Vocabulary, owner), words, where + 1, words.Count);
        return where >= 0 && only is null ? null
            : new() { Keys = [new(owner.Name, names.Select(name => Own(owner, name)!).Where(column => only is null || !Fixes(only.Condition, column)).Select(column => column.Role ?? column.Name).Distinct(StringComparer.Ordinal).ToSeq(), false, false, only?.Condition)] };
    }

    /// <summary>What all the rows meant have alike tells none of them apart.</summary>
    private static bool Fixes(Terms.Expr condition, Column column) => condition is Terms.Compare { Op: Terms.CompareOp.Equal, Left: Terms.Ref { IsOwn: true } own } && own.Attribute == column.Name;

    private static Column? Own(EntityTerms terms, Token name) =>
        name.Kind == TokenKind.Word ? terms.Exact(EntityTerms.Key(Facts.Language.Naming.Words(name.Text), 0, 9)) : null;
}
