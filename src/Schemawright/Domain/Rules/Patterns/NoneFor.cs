using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"No rental for blocked customers", "no new bookings for a room that is closed": rows that would refer to others of that quality are not made.</summary>
internal sealed class NoneFor : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var joint = Phrase.IndexOf(words, 2, "for", "to", "with", "on", "in", "by", "of");
        if (words.Count is < 4 or > 16 || !words[0].Is("no") || joint is < 2 or > 6 || SubjectPhrase.At(line.Vocabulary, words, joint + 1, words.Count) is not { Which: { } which, None: false, Only: false } barred || !Closed(words, barred.End))
        {
            return null;
        }

        var verbal = words.Skip(1).Take(joint - 1).Any(word => word.IsAny("may", "can", "must", "is", "are", "shall"));
        var made = Made(line, barred.Terms, words, verbal ? Phrase.IndexOf(words, 1, "may", "can", "must", "is", "are", "shall") : joint);
        return made is not { } child || new Speech(line.Vocabulary, child).ReferenceTo(barred.Terms) is not { } reference ? null
            : Reading.Of(new RuleDraft(child.Name, $"{reference.Role} not {barred.Name}", new(TriggerKind.OnChange, [reference.Name]), new Holds(Logic.Opposite(which).From(reference.Role!))));
    }

    private static bool Closed(Seq<Token> words, int at) => words.Skip(at).All(word => word.Kind == TokenKind.Mark || word.IsAny("allowed", "permitted", "possible", "is", "are", "accepted", "made"));

    /// <summary>What is named, or the one kind of row with such a name that refers to the others.</summary>
    private static EntityTerms? Made(RuleLine line, EntityTerms barred, Seq<Token> words, int to)
    {
        var at = 1;
        while (at < to && words[at].IsAny("new", "further", "more", "other"))
        {
            at++;
        }

        if (line.Vocabulary.EntityAt(words, at, out var width) is { } named && at + width == to && named.References.Any(link => link.Parent == barred.Name))
        {
            return named;
        }

        var children = to != at + 1 ? [] : line.Vocabulary.Children(barred.Name).Select(link => line.Vocabulary.Of(link.Child)).Distinct().Where(child => Facts.Language.Naming.Words(child.Name).Any(word => Stems.Same(word, words[at].Lower) || Facts.Language.Nouns.Singular(words[at].Lower) == word)).ToArray();
        return children.Length == 1 ? children[0] : null;
    }
}
