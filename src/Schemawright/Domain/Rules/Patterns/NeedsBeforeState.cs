using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Every lamp must have a price before it goes on sale", "a parcel needs a weight and a label once it is sent": what is filled by the time a state is reached.</summary>
internal sealed class NeedsBeforeState : IRulePattern
{
    private const int Longest = 26;

    private static readonly string[] Verbs = ["have", "has", "need", "needs", "require", "requires", "carry", "carries", "state", "bear"];
    private static readonly string[] Going = ["is", "are", "goes", "go", "becomes", "become", "gets", "get", "can", "be", "may", "was", "were", "has", "been", "put", "set", "to", "moves", "into"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var opener = words.Count is < 7 or > Longest ? -1 : Phrase.IndexOf(words, 4, "before", "when", "once", "if", "while");
        if (opener < 0 || opener + 2 >= words.Count || !words[opener + 1].IsAny("it", "they") || Phrase.Has(words, "not", "cannot", "never", "no", "least", "most", "unless", "or", "either")
            || SubjectPhrase.At(line.Vocabulary, words, 0, opener) is not { Only: false } phrase)
        {
            return null;
        }

        var verb = phrase.End;
        while (verb < opener && words[verb].IsAny("must", "shall", "always", "should"))
        {
            verb++;
        }

        if (verb + 1 >= opener || !words[verb].IsAny(Verbs) || State(phrase.Terms, words, opener + 2) is not { } state || NeededFields.Read(line.Vocabulary, phrase.Terms, words, verb + 1, opener, Naming.Words(state.Name)) is not { } fields)
        {
            return null;
        }

        var known = fields.OfType<Column>().Distinct().ToArray();
        var when = phrase.Which is null ? state.Which : new And([phrase.Which, state.Which]);
        return known.Length == 0 ? null : Asked(line, fields, Reading.Of(line.Must(phrase.Terms.Name, $"{string.Join(" and ", known.Select(column => column.Name))} given when {state.Name}", new Implies(when, Logic.All(known.Select(column => (Expr)new IsPresent(column.Ref)))))));
    }

    private static Reading Asked(RuleLine line, IReadOnlyList<Column?> fields, Reading reading) =>
        fields.Contains(null) ? reading with { Questions = [Questions.NotUnderstood(line, "only some of what it asks for is known; that is kept")] } : reading;

    private static Qualifier? State(EntityTerms terms, Seq<Token> words, int at)
    {
        while (at < words.Count && words[at].IsAny(Going))
        {
            at++;
        }

        return at < words.Count && terms.State is { } state && StateLists.At(terms, words, at, Rewording.End(words)) is { } listed && listed.End >= Rewording.End(words) && listed.Which.Refs().All(reference => reference.Attribute == state.Name) ? listed : null;
    }
}
