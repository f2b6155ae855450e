using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Checker and time of checking are either both present or both absent", "a discount and its reason come together or not at all": all of the fields are given, or none.</summary>
internal sealed class BothOrNeither : IRulePattern
{
    private static readonly string[] Together = ["both", "all", "together"];
    private static readonly string[] Apart = ["absent", "empty", "missing", "neither", "none", "not", "blank", "null"];
    private static readonly string[] Small = ["must", "be", "is", "are", "either", "or", "and", "given", "present", "filled", "set", "at", "stay", "come", "stand", "known", "entered", "recorded", "nor", "of", "them", "always", "have", "has", ",", "there"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var verb = end is < 6 or > 24 ? -1 : Phrase.IndexOf(words, 3, "are", "is", "must", "come", "stand");
        if (verb < 3 || line.Subject is not { } subject)
        {
            return null;
        }

        var rest = words.Skip(verb).Take(end - verb).ToArray();
        if (!Array.Exists(rest, word => word.IsAny(Together)) || !Array.Exists(rest, word => word.IsAny(Apart)) || !Array.Exists(rest, word => word.Is("or")) || !Array.TrueForAll(rest, word => word.IsAny(Together) || word.IsAny(Apart) || word.IsAny(Small)))
        {
            return null;
        }

        var fields = FieldLists.Read(new Speech(line.Vocabulary, subject), words, 0, verb);
        if (fields.Count is < 2 or > 4 || fields.Any(field => !field.IsOwn || field.Entity != subject.Name) || fields.Select(field => field.Column).Distinct().Count() < fields.Count)
        {
            return null;
        }

        Seq<Expr> given = [.. fields.Select(field => (Expr)new IsPresent(field.Ref))];
        Seq<Expr> absent = [.. fields.Select(field => (Expr)new Not(new IsPresent(field.Ref)))];
        return Reading.Of(line.Must(subject.Name, $"{string.Join(" and ", fields.Select(field => field.Column.Name))} together", new Or([new And(given), new And(absent)])));
    }
}
