using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The hierarchy must not contain cycles", "a category cannot be its own ancestor", "a pet cannot be its own mother".</summary>
internal sealed class ForbidsCycle : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        if (!Phrase.Has(words, "no", "not", "cannot", "can't", "never", "without", "must"))
        {
            return null;
        }

        var anywhere = Phrase.Has(words, "cycle", "cycles", "circular", "ancestor", "ancestors", "descendant", "descendants", "loop", "loops", "acyclic", "cyclic");
        var self = Phrase.Has(words, "own", "itself", "themselves", "themself", "himself") && words.Count <= 14;
        if (!anywhere && !self)
        {
            return null;
        }

        foreach (var terms in line.Vocabulary.EntitiesIn(words).Append(line.Subject).OfType<EntityTerms>().Distinct())
        {
            var up = terms.References.Where(link => link.Parent == terms.Name).ToArray();
            var named = up.Where(link => words.Any(word => Stems.Same(word.Lower, link.Words[0]) || link.Role == word.Lower)).ToArray();
            var role = named.Length == 1 ? named[0] : up.Length == 1 && anywhere ? up[0] : null;
            if (role is not null)
            {
                return Reading.Of(new RuleDraft(terms.Name, anywhere ? $"{role.Role} without cycles" : $"{role.Role} is another", new(TriggerKind.OnChange, [role.Name]), new NoCycle(role.Role!, !anywhere)));
            }
        }

        return null;
    }
}
