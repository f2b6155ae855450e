using Schemawright.Collections;
using Schemawright.Domain.Merging;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Rows that a report counts.</summary>
/// <param name="Left">Words that say nothing known of the thing.</param>
internal sealed record CountedRows(EntityDraft Entity, Expr? Where, IReadOnlyList<string> Left);

/// <summary>An amount that a report adds up.</summary>
internal sealed record AddedAmount(EntityDraft Entity, string Attribute, Expr? Where);

/// <summary>Finds what the words of a figure count or add up: "open claims", "amount of paid invoices", "loan fee".</summary>
internal sealed class ReportedThings(DomainDraft domain, EntityWords words)
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "new", "all", "current", "currently", "made", "created", "registered", "of", "the", "their", "total", "different", "recorded", "there" };

    public CountedRows? Rows(string written)
    {
        var said = Naming.Words(written);
        for (var length = said.Count; length > 0; length--)
        {
            for (var start = 0; start + length <= said.Count; start++)
            {
                if (words.Named(string.Join('_', said.Skip(start).Take(length))) is { } entity)
                {
                    return Narrowed(entity, [.. said.Take(start), .. said.Skip(start + length)]);
                }
            }
        }

        return null;
    }

    /// <summary>"A of B", "B A" or A alone, where A is a number of B; null when several things have it.</summary>
    public AddedAmount? Amount(string written)
    {
        var said = Naming.Words(written).Where(word => !Empty.Contains(word) || word == "of").ToList();
        var of = said.IndexOf("of");
        if (of > 0)
        {
            return Rows(string.Join(' ', said.Skip(of + 1))) is { Left.Count: 0 } rows && NumberOf(rows.Entity, string.Join('_', said.Take(of))) is { } attribute ? new(rows.Entity, attribute, rows.Where) : null;
        }

        for (var cut = said.Count - 1; cut > 0; cut--)
        {
            if (Rows(string.Join(' ', said.Take(cut))) is { Left.Count: 0 } rows && NumberOf(rows.Entity, string.Join('_', said.Skip(cut))) is { } attribute)
            {
                return new(rows.Entity, attribute, rows.Where);
            }
        }

        var name = string.Join('_', said);
        var having = domain.Entities.All.Where(entity => NumberOf(entity, name) is not null).Take(2).ToArray();
        return having.Length == 1 ? new(having[0], NumberOf(having[0], name)!, null) : null;
    }

    /// <summary>Every amount of money in the model.</summary>
    public IEnumerable<AddedAmount> Amounts() =>
        from entity in domain.Entities.All
        from attribute in entity.Attributes
        where attribute.Type is { Kind: DataKind.Money, IsArray: false } && !attribute.Encrypted
        select new AddedAmount(entity, attribute.Name, null);

    private static string? NumberOf(EntityDraft entity, string name) => new[] { name, Nouns.Singular(name), $"{entity.Key}_{name}" }
        .FirstOrDefault(known => entity.Find(known) is { Encrypted: false, Hashed: false, Type: { IsArray: false, Kind: DataKind.Money or DataKind.Decimal or DataKind.Integer or DataKind.BigInteger or DataKind.Percentage } });

    private static CountedRows Narrowed(EntityDraft entity, IReadOnlyList<string> said)
    {
        var told = said.Where(word => !Empty.Contains(word)).ToList();
        var terms = new List<Expr>();
        for (var length = told.Count; length > 0; length--)
        {
            for (var start = 0; start + length <= told.Count; start++)
            {
                if (Condition(entity, string.Join('_', told.Skip(start).Take(length))) is { } condition)
                {
                    terms.Add(condition);
                    told.RemoveRange(start, length);
                    length = Math.Min(length, told.Count) + 1;
                    break;
                }
            }
        }

        return new(entity, terms.Count switch { 0 => null, 1 => terms[0], _ => new And(terms.ToSeq()) }, told);
    }

    /// <summary>A value of one of its lists, or a flag that carries the word; two lists with the value leave it open.</summary>
    private static Expr? Condition(EntityDraft entity, string word)
    {
        var valued = entity.Attributes.Where(attribute => !attribute.Type.IsArray && attribute.Type.Values.Any(value => Naming.Snake(value) == word)).Take(2).ToArray();
        if (valued.Length == 1)
        {
            return new Compare(CompareOp.Equal, Ref.To(valued[0].Name), Literal.String(valued[0].Type.Values.First(value => Naming.Snake(value) == word)));
        }

        var flag = entity.Attributes.Find(attribute => attribute.Type is { Kind: DataKind.Boolean, IsArray: false } && (attribute.Name == word || attribute.Name == "is_" + word));
        return flag is null ? null : new Compare(CompareOp.Equal, Ref.To(flag.Name), Literal.Bool(true));
    }
}
