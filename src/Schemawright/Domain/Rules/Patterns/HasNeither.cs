using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A break has neither a speaker nor slides", "a free seat has no price and no holder": what rows of a kind must not have.</summary>
internal sealed class HasNeither : IRulePattern
{
    private const int Longest = 20;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var verb = end is < 5 or > Longest ? -1 : Phrase.IndexOf(words, 1, "has", "have");
        if (verb < 1 || verb + 2 >= end || !words[verb + 1].Is("neither") && !words[verb + 1].Is("no") || RowsPhrase.Read(line, [.. words.Take(verb - (words[verb - 1].IsAny("must", "shall") ? 1 : 0))]) is not { Which: { } which, Only: false, None: false } rows)
        {
            return null;
        }

        var neither = words[verb + 1].Is("neither");
        var fields = new List<Operand>();
        for (var at = verb + 2; at < end;)
        {
            var next = at;
            while (next < end && !words[next].IsAny("nor", "and", ",", "or"))
            {
                next++;
            }

            Seq<Token> said = [.. words.Skip(words[at].Is("no") ? at + 1 : at).Take(next - at - (words[at].Is("no") ? 1 : 0))];
            if (said.Count == 0 && next > at || next < end && words[next].IsAny("and") && neither || said.Count > 0 && FieldPhrase.Read(line.Vocabulary, rows.Terms, said, []) is not { IsOwn: true })
            {
                return null;
            }

            if (said.Count > 0)
            {
                fields.Add(FieldPhrase.Read(line.Vocabulary, rows.Terms, said, [])!);
            }

            at = next + 1;
        }

        return fields.Count == 0 || neither && fields.Count < 2 || fields.Exists(field => field.Column == rows.Terms.State || field.Column.Required && !field.Column.IsForeignKey || which.Refs().Contains(field.Ref)) ? null
            : Reading.Of(line.Must(rows.Terms.Name, $"no {string.Join(" or ", fields.Select(field => field.Column.Name))} when {rows.Name}", new Implies(which, Logic.All(fields.Select(field => (Expr)new Not(new IsPresent(field.Ref)))))));
    }
}
