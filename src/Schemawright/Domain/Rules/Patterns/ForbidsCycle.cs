using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The hierarchy must not contain cycles", "a category cannot be its own ancestor", "a pet cannot be its own mother".</summary>
internal sealed class ForbidsCycle : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        if (!Phrase.Has(words, "no", "nobody", "not", "cannot", "can't", "never", "without", "must", "forbidden", "prohibited", "disallowed"))
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

        return Phrase.Has(words, "nobody", "anyone", "anybody") ? Nobody(line, words) : null;
    }

    /// <summary>"Nobody can be their own manager": the one reference of that name by which an entity refers to itself.</summary>
    private static Reading? Nobody(RuleLine line, IReadOnlyList<Token> words)
    {
        var own = Phrase.IndexOf(words, 2, "own");
        var found = own < 0 || own + 1 >= words.Count ? [] : line.Vocabulary.All.SelectMany(terms => terms.References.Where(link => link.Parent == terms.Name && (link.Role == words[own + 1].Lower || Stems.Same(link.Words[0], words[own + 1].Lower)))).Take(2).ToArray();
        return found.Length != 1 ? null : Reading.Of(new RuleDraft(found[0].Entity, $"{found[0].Role} is another", new(TriggerKind.OnChange, [found[0].Name]), new NoCycle(found[0].Role!, true)));
    }
}
