using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Tickets are sold in the currency of the ferry", "a fee's currency is always the ferry's main currency": what a row says is what the row it refers to says.</summary>
internal sealed class SameAsOfParent : IRulePattern
{
    private static readonly string[] Linking = ["is", "are", "must", "be", "always", "kept", "made", "paid", "issued", "charged", "given", "calculated", "expressed", "stated", "sold", "billed", "recorded", "held", "settled", "only"];

    public Reading? Read(RuleLine line) => InThat(line) ?? IsThat(line);

    private static Reading? InThat(RuleLine line)
    {
        var words = line.Demand;
        var start = Speech.SkipDeterminers(words, 0);
        var named = start < words.Count ? line.Vocabulary.EntityAt(words, start, out var width) is { } entity ? (Terms: entity, End: start + width) : default : default;
        var at = named.Terms is null ? 0 : named.End;
        while (at < words.Count && words[at].IsAny(Linking))
        {
            at++;
        }

        return (named.Terms ?? line.Subject) is { } terms && at + 2 < words.Count && words[at].Is("in") && (at > named.End || at == 0) && Above(line, terms, words, at + 1) is { } value
            && terms.Columns.FirstOrDefault(column => !column.IsForeignKey && column.Name == value.Column.Name) is { } own ? Same(line, terms, own, value) : null;
    }

    private static Reading? IsThat(RuleLine line)
    {
        var words = line.Demand;
        if (Paraphrases.NamedAttribute.At(line, words, 0) is not { Operand: { IsOwn: true, Column: { IsNumber: false, IsDate: false, IsMoment: false } own } name } || own.Type.Kind == DataKind.Boolean)
        {
            return null;
        }

        var at = name.End;
        while (at < words.Count && words[at].IsAny("is", "are", "must", "be", "always"))
        {
            at++;
        }

        var terms = line.Vocabulary.Of(own.Entity);
        return at > name.End && at + 2 < words.Count && words[at].IsAny("the", "that", "its") && Above(line, terms, words, at) is { } value ? Same(line, terms, own, value) : null;
    }

    /// <summary>The attribute of what the rows refer to, named with its owner up to the end.</summary>
    private static Operand? Above(RuleLine line, EntityTerms terms, Seq<Token> words, int at)
    {
        var start = Speech.SkipDeterminers(words, at);
        return start < words.Count && new Speech(line.Vocabulary, terms).At(words, start) is { Implicit: false, Path.Count: 2, Column.IsForeignKey: false } operand && operand.Entity == terms.Name && operand.End >= Rewording.End(words) ? operand : null;
    }

    private static Reading? Same(RuleLine line, EntityTerms terms, Column own, Operand value) =>
        own.Type.Kind != value.Column.Type.Kind && !(own.IsText && value.Column.IsText) || own.Words[^1] != value.Column.Words[^1] ? null
        : Reading.Of(line.Must(terms.Name, $"{own.Name} is that of {value.Path[0]}", new Compare(CompareOp.Equal, own.Ref, value.Ref)));
}
