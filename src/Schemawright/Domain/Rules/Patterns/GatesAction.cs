using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Orders can be cancelled only while they are in draft", "shipments can be cancelled until they are picked up", "lines can only be added while the order
/// is open": the condition under which a row may take a state, or a part may be added.
/// </summary>
internal sealed class GatesAction : IRulePattern
{
    private static readonly string[] Modals = ["can", "may", "must", "only", "be", "is", "are", "shall", "should", "get", "still", "to", "allowed", "possible"];
    private static readonly string[] Added = ["added", "created", "made", "entered", "recorded", "booked", "placed", "posted", "submitted", "issued", "registered", "written", "attached", "left", "uploaded", "given"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 6 or > 26 || Sentences.Cut(words) is not { Condition: { Count: > 0 } condition, Exceptions.Count: 0 } cut || SubjectPhrase.At(line.Vocabulary, cut.Body, 0, cut.Body.Count) is not { Which: null, None: false } phrase)
        {
            return null;
        }

        var verb = phrase.End;
        while (verb < cut.Body.Count && cut.Body[verb].IsAny(Modals))
        {
            verb++;
        }

        var modal = cut.Body.Skip(phrase.End).Take(verb - phrase.End).ToArray();
        var limited = cut.Only || phrase.Only || modal.Any(word => word.Is("only")) || cut.Opener is "until" or "before" && modal.Any(word => word.IsAny("can", "may"));
        if (!limited || cut.Opener is "unless" or "once" && !cut.Only && !modal.Any(word => word.Is("only")) || verb != cut.Body.Count - 1 || verb == phrase.End)
        {
            return null;
        }

        return Entering(line, phrase.Terms, cut, condition, cut.Body[verb].Lower) ?? Adding(line, phrase.Terms, cut, condition, cut.Body[verb].Lower);
    }

    /// <summary>The row takes a state: what must be true of it right before.</summary>
    private static Reading? Entering(RuleLine line, EntityTerms terms, Sentences cut, Collections.Seq<Token> condition, string verb) =>
        Moments.StatesOf(terms, verb) is { Count: > 0 } && Condition(line, terms, cut, condition) is { } when
            ? GuardsAction.Own(terms, when.Condition, when.Name, verb) : null;

    /// <summary>The row is added: what must be true of what it belongs to.</summary>
    private static Reading? Adding(RuleLine line, EntityTerms terms, Sentences cut, Collections.Seq<Token> condition, string verb)
    {
        if (!Array.Exists(Added, word => word == verb) || Moments.StatesOf(terms, verb).Count > 0 || Condition(line, terms, cut, condition) is not { } when || when.Condition.Refs().All(reference => reference.IsOwn))
        {
            return null;
        }

        return Reading.Of(line.Must(terms.Name, when.Name, when.Condition));
    }

    private static Clause? Condition(RuleLine line, EntityTerms terms, Sentences cut, Collections.Seq<Token> words)
    {
        if (cut.Opener is "until" or "before")
        {
            return Forbidding.Read(line, terms, words, cut.Opener);
        }

        var start = words[0].IsAny("they", "it") ? 1 : line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, 0), out var width) == terms ? Speech.SkipDeterminers(words, 0) + width : -1;
        if (start > 0 && StateClause.Quality(words, start, words.Count) is { Negated: false } quality && StateLists.At(terms, words, quality.At, words.Count) is { } listed && listed.End >= Rewording.End(words))
        {
            return new(terms.Name, listed.Which, listed.Name);
        }

        return Forbidding.Read(line, terms, words, cut.Opener is "after" or "once" ? cut.Opener : "while");
    }
}
