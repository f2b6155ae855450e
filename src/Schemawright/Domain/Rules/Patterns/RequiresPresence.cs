using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Due date is required", "must have a customer", "start and end dates required", "customer must have a profile (phone required)".
/// </summary>
internal sealed class RequiresPresence : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var clause = PresenceClause.Read(line.Speech, line.Demand, 0, line.Demand.Count);
        return clause is not null ? Reading.Of(line.Must(clause.Entity, clause.Name, clause.Condition)) : InBrackets(line, line.Demand) ?? Several(line, line.Demand);
    }

    /// <summary>"customer must have … (phone required)": the field in brackets belongs to what the sentence starts with.</summary>
    private static Reading? InBrackets(RuleLine line, IReadOnlyList<Token> words)
    {
        var open = Phrase.IndexOf(words, 1, "(");
        var needed = open < 0 ? -1 : Phrase.IndexOf(words, open, "required", "mandatory");
        if (needed < open + 2 || !Phrase.Has([.. words.Take(open)], "must", "has", "have", "requires", "needs"))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        if (line.Speech.ReferenceAt(words, start, out _) is { } reference && line.Vocabulary.Find(reference.Parent) is { } parent
            && new Speech(line.Vocabulary, parent).At(words, open + 1) is { IsOwn: true } field && field.Entity == parent.Name && field.End == needed)
        {
            return Reading.Of(line.Must(line.Subject!.Name, $"{reference.Role} {field.Column.Name} given", new IsPresent(new Ref([reference.Role!, field.Column.Name]))));
        }

        var clause = PresenceClause.Read(line.Speech, words, open + 1, needed + 1);
        return clause is null ? null : Reading.Of(line.Must(clause.Entity, clause.Name, clause.Condition));
    }

    /// <summary>"Name, phone and start and end dates are required": each of them; one unknown name and none is taken.</summary>
    private static Reading? Several(RuleLine line, IReadOnlyList<Token> words)
    {
        var needed = Phrase.IndexOf(words, 2, "required", "mandatory");
        if (needed < 3 || Phrase.IndexOf(words, 0, "and", ",", "&") is < 1 || (needed + 1 < words.Count && words[needed + 1].Kind != TokenKind.Mark))
        {
            return null;
        }

        var found = FieldLists.Read(line.Speech, words, 0, words[needed - 1].IsAny("is", "are", "be") ? needed - 1 : needed);
        return found.Count < 2 ? null : Reading.Of(found.Select(field => line.Must(field.Entity, $"{field.Column.Name} given", new IsPresent(field.Ref))));
    }
}
