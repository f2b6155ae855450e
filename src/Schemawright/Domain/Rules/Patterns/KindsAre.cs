using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Cancelled slips are not billable", "dropped slips have no price", "export crates are always insured": rows of one quality have another, which is a flag or a kind and no state that they reach later.</summary>
internal sealed class KindsAre : IRulePattern
{
    public Reading? Read(RuleLine line) => Have(line) ?? Are(line);

    /// <summary>"Dropped services have no cost": the fields are empty there.</summary>
    private static Reading? Have(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var verb = end is < 4 or > 16 ? -1 : Phrase.IndexOf(words, 2, "have", "has", "carry", "carries", "need", "needs", "bear", "bears");
        if (verb < 2 || verb + 2 >= end || !words[verb + 1].Is("no") || words[verb].IsAny("need", "needs") || words.Skip(verb + 2).Any(word => word.IsAny("no", "not", "if", "when", "unless", "until", "more", "longer", "other", "or")) || RowsPhrase.Read(line, [.. words.Take(verb)]) is not { Which: { } which, Only: false, None: false } rows || !which.IsSameRow())
        {
            return null;
        }

        var fields = FieldLists.Read(new Speech(line.Vocabulary, rows.Terms), words, verb + 2, end);
        return fields.Count == 0 || fields.Any(field => !field.IsOwn || field.Entity != rows.Terms.Name || field.Column.Required || field.Column == rows.Terms.State) ? null
            : Reading.Of(fields.Select(field => line.Must(rows.Terms.Name, $"no {field.Column.Name} when {rows.Name}", new Implies(which, new Not(new IsPresent(field.Ref))))));
    }

    private static Reading? Are(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var be = end is < 4 or > 16 ? -1 : Phrase.IndexOf(words, 2, "is", "are");
        if (be < 2 || be + 1 >= end || words.Skip(be).Any(word => word.IsAny("only", "by", "when", "if", "unless", "until", "after", "before", "may", "can", "or", "and")) || RowsPhrase.Read(line, [.. words.Take(be)]) is not { Which: { } which, Only: false, None: false } rows || !which.IsSameRow())
        {
            return null;
        }

        var at = be + 1;
        while (at < end && words[at].IsAny("always", "also", "never", "not", "automatically"))
        {
            at++;
        }

        var denied = words.Skip(be).Take(at - be).Any(word => word.IsAny("not", "never"));
        if (at + 1 != end || Adjectives.Of(rows.Terms, words[at].Lower) is not var (column, said) || column == rows.Terms.State || column.Type.Kind is not (DataKind.Boolean or DataKind.Enumeration) || which.Refs().Any(reference => reference.Attribute == column.Name))
        {
            return null;
        }

        return Reading.Of(line.Must(rows.Terms.Name, $"{(denied ? "not " : "")}{words[at].Lower} when {rows.Name}", new Implies(which, denied ? Logic.Opposite(said) : said)));
    }
}
