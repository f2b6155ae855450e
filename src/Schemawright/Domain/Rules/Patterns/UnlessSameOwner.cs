using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// What holds within one house and what between two: "a hall that is not shared can only be booked by the club that owns it", "for the club that owns the
/// hall, the price is 0", "for bookings by another club, …", "members of another club can borrow a boat only if it is shareable".
/// </summary>
internal sealed class UnlessSameOwner : IRulePattern
{
    private const int Longest = 30;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        return words.Count is < 8 or > Longest ? null : ForOwner(line, words) ?? ForAnother(line, words) ?? OnlyByOwner(line, words) ?? OfAnother(line, words);
    }

    /// <summary>"For the club that owns the hall, the price is 0".</summary>
    private static Reading? ForOwner(RuleLine line, Seq<Token> words)
    {
        var owns = Phrase.IndexOf(words, 2, "owns");
        var comma = owns < 0 ? -1 : Phrase.IndexOf(words, owns, ",");
        if (!words[0].Is("for") || comma < owns + 2 || !words[owns - 1].IsAny("that", "which", "who") || line.Subject is not { } subject || line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, 1), out _) is not { } house
            || new Speech(line.Vocabulary, subject).ReferenceAt(words, Speech.SkipDeterminers(words, owns + 1), out _) is not { } thing || Same(line.Vocabulary, subject, house, thing) is not { } same)
        {
            return null;
        }

        return Narrowed(line, [.. words.Skip(comma + 1)], new(subject.Name, same, $"own {thing.Role}"));
    }

    /// <summary>"For bookings by another club, the approver is not the requester".</summary>
    private static Reading? ForAnother(RuleLine line, Seq<Token> words)
    {
        var another = Phrase.IndexOf(words, 2, "another");
        var comma = another < 0 ? -1 : Phrase.IndexOf(words, another, ",");
        if (!words[0].Is("for") || comma != another + 2 || !words[another - 1].IsAny("by", "of", "from") || line.Vocabulary.EntityAt(words, 1, out var width) is not { } subject || 1 + width != another - 1 || line.Vocabulary.EntityAt(words, another + 1, out _) is not { } house || Only(line.Vocabulary, subject, house) is not { } same)
        {
            return null;
        }

        return Narrowed(line.About(subject), [.. words.Skip(comma + 1)], new(subject.Name, Logic.Opposite(same), $"of another {house.Name}"));
    }

    /// <summary>"A hall that is not shared can only be booked by the club that owns it".</summary>
    private static Reading? OnlyByOwner(RuleLine line, Seq<Token> words)
    {
        var can = Phrase.IndexOf(words, 2, "can", "may");
        var by = can < 0 ? -1 : Phrase.IndexOf(words, can, "by");
        if (by < can + 3 || !words.Skip(can).Take(by - can).Any(word => word.Is("only")) || !words.Skip(can).Take(by - can).Any(word => word.Is("be")) || RowsPhrase.Read(line, [.. words.Take(can)]) is not { Only: false, None: false } things || !IsOwner(line, words, by + 1, out var house))
        {
            return null;
        }

        var deeds = Deeds.DeedPhrases.Read(line.Vocabulary, things.Terms, things.Which, [Rewording.Word("be"), words[by - 1]], 0, 2);
        if (deeds is not [{ Kind: Deeds.DeedKind.Making, Roles: [var role] } deed] || deed.Rows.References.FirstOrDefault(link => link.Role == role) is not { } thing || Same(line.Vocabulary, deed.Rows, house!, thing) is not { } same)
        {
            return null;
        }

        Expr must = things.Which is { } which ? new Implies(which.From(role), same) : same;
        return Reading.Of(line.Must(deed.Rows.Name, $"own {role}{(things.Which is null ? "" : $" when {things.Name}")}", must));
    }

    /// <summary>"by the club that owns it", "by its owner" of what one kind of thing owns.</summary>
    private static bool IsOwner(RuleLine line, Seq<Token> words, int at, out EntityTerms? house)
    {
        var noun = Speech.SkipDeterminers(words, at);
        house = noun < words.Count ? line.Vocabulary.EntityAt(words, noun, out _) : null;
        var end = Rewording.End(words);
        return house is not null && line.Vocabulary.EntityAt(words, noun, out var width) is not null && Phrase.At(words, noun + width, "that", "owns", "it") && noun + width + 3 == end;
    }

    /// <summary>"Members of another club can borrow a boat only if it is shareable".</summary>
    private static Reading? OfAnother(RuleLine line, Seq<Token> words)
    {
        var another = Phrase.IndexOf(words, 2, "another");
        var only = another < 0 ? -1 : Phrase.IndexOf(words, another, "only");
        if (only < another + 4 || only + 2 >= words.Count || !words[only + 1].Is("if") || !words[another - 1].IsAny("of", "from") || !words[another + 2].IsAny("can", "may") || line.Vocabulary.EntityAt(words, another + 1, out _) is not { } house
            || line.Vocabulary.EntityAt(words, 0, out var width) is not { } doer || width != another - 1)
        {
            return null;
        }

        var deeds = Deeds.DeedPhrases.Read(line.Vocabulary, doer, null, [.. words.Take(only)], another + 3, only);
        var noun = Enumerable.Range(another + 3, only - another - 3).LastOrDefault(at => line.Vocabulary.EntityAt(words, at, out _) is not null, -1);
        if (deeds is not [{ Kind: Deeds.DeedKind.Making, Roles: [var role] } deed] || !Facts.Language.Naming.Words(deed.Rows.Name).Any(word => Stems.Same(word, words[another + 3].Lower) || Bynames.SameDeed(word, words[another + 3].Lower)) || noun < 0 || line.Vocabulary.EntityAt(words, noun, out _) is not { } kind || deed.Rows.References.Where(link => link.Parent == kind.Name).Take(2).ToArray() is not [var thing]
            || House(line.Vocabulary, doer, house) is not { } theirs || House(line.Vocabulary, kind, house) is not { } its || VerbPhrase.Read(line, kind, [.. words.Skip(only + 3)]) is not { } told || !words[only + 2].IsAny("it", "they"))
        {
            return null;
        }

        var other = new Compare(CompareOp.NotEqual, new Ref([role, theirs.Name]), new Ref([thing.Role!, its.Name]));
        return Reading.Of(line.Must(deed.Rows.Name, $"{thing.Role} {told.Name} when of another {house.Name}", new Implies(other, told.Condition.From(thing.Role!))));
    }

    private static Reading? Narrowed(RuleLine line, Seq<Token> said, Clause when) =>
        RulePatterns.Read(line.With(said)) is { Fate: null, Questions.Count: 0 } reading ? Conditioned.By(line.Vocabulary, reading, when) : Zero(line, said, when);

    /// <summary>"the price is 0".</summary>
    private static Reading? Zero(RuleLine line, Seq<Token> said, Clause when) =>
        line.Speech.At(said, 0) is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } amount } named && named.Entity == when.Entity && named.End + 2 == Rewording.End(said) && said[named.End].IsAny("is", "equals") && Figures.At(said, named.End + 1) is { } figure
            ? Reading.Of(line.Must(when.Entity, $"{amount.Name} {figure} when {when.Name}", new Implies(when.Condition, Logic.Compare(amount, CompareOp.Equal, figure)))) : null;

    /// <summary>The row's own house is that of the thing.</summary>
    private static Compare? Same(Vocabulary vocabulary, EntityTerms rows, EntityTerms house, Column thing) =>
        House(vocabulary, rows, house) is { } own && House(vocabulary, vocabulary.Of(thing.Parent!), house) is { } its ? new Compare(CompareOp.Equal, own.Ref, new Ref([thing.Role!, its.Name])) : null;

    /// <summary>The one thing of the rows that has a house, as they have one themselves.</summary>
    private static Compare? Only(Vocabulary vocabulary, EntityTerms rows, EntityTerms house) =>
        rows.References.Where(link => link.Required && link.Parent != house.Name && link.Parent != rows.Name && House(vocabulary, vocabulary.Of(link.Parent!), house) is not null).Take(2).ToArray() is [var thing] ? Same(vocabulary, rows, house, thing) : null;

    private static Column? House(Vocabulary vocabulary, EntityTerms terms, EntityTerms house) =>
        terms.References.Where(link => link.Parent == house.Name).Take(2).ToArray() is [{ Required: true } only] ? only : null;
}
