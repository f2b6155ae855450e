using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "… is charged as it is (<c>total = ticket.price</c>)", "a seat's price is <c>show.price</c> directly": at the moment a row is made, its
/// value is that of what it refers to; a later change there leaves it.
/// </summary>
internal sealed class EqualsParentValue : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 1; at + 1 < words.Count; at++)
        {
            var equation = words[at].IsOperator("=") && words[at - 1].Kind == TokenKind.Word;
            var said = words[at].IsAny("is", "equals", "are") && words[at + 1].Text.Contains('.', StringComparison.Ordinal);
            if ((equation || said) && Left(line, words, at) is { } own && line.Vocabulary.Of(own.Entity) is var terms && new Speech(line.Vocabulary, terms).At(words, at + 1) is { } right && Equal(terms, own, right, words) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }

    /// <summary>The attribute that ends right before the sign, an entity's name before it perhaps.</summary>
    private static Operand? Left(RuleLine line, IReadOnlyList<Token> words, int sign)
    {
        for (var start = Math.Max(0, sign - 4); start < sign; start++)
        {
            if (line.Speech.At(words, start) is { IsOwn: true, Column.IsForeignKey: false } operand && operand.End == sign)
            {
                return operand;
            }
        }

        return null;
    }

    private static Reading? Equal(EntityTerms terms, Operand own, Operand right, IReadOnlyList<Token> words)
    {
        var link = right.IsOwn && right.Entity != terms.Name ? terms.References.Where(reference => reference.Parent == right.Entity).ToArray() is [var only] ? only.Role : null : null;
        Seq<string> path = link is not null ? [link, right.Column.Name] : right.Path;
        var ends = right.End >= words.Count || words[right.End].Kind == TokenKind.Mark && !words[right.End].IsAny("×", "·", "÷", "*", "/", "−", "+", "(") || words[right.End].IsAny("directly", "as", "at", "when", "itself", "exactly");
        return path.Count == 2 && ends && !right.Column.IsForeignKey && (right.Entity == terms.Name || link is not null) && Alike(own.Column, right.Column)
            ? Reading.Of(new RuleDraft(terms.Name, $"{own.Column.Name} is {path[0]} {path[1]}", RuleTrigger.OnInsert, new Holds(new Compare(CompareOp.Equal, own.Column.Ref, new Ref(path))))) : null;
    }

    private static bool Alike(Column one, Column other) => one.Type.Kind == other.Type.Kind || (one.IsNumber && other.IsNumber);
}
