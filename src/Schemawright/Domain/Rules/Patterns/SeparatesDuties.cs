using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Cannot: approve own claims", "the approver must not be the requester", "users may not review their own orders".</summary>
internal sealed class SeparatesDuties : IRulePattern
{
    private static readonly string[] Denials = ["cannot", "can't", "not", "never", "no", "nobody", "none", "forbidden", "prohibited", "mustn't"];

    // "A clerk cannot create orders" tells two people apart no more than it equates them.
    private static readonly string[] Equating = ["be", "is", "are", "being", "equal", "equals", "differ", "differs", "different", "other", "same", "as"];

    public Reading? Read(RuleLine line) => Own(line) ?? NotTheSame(line) ?? NotTheOne(line);

    private static Reading? Own(RuleLine line)
    {
        var words = line.Whole;
        var own = Phrase.IndexOf(words, 1, "own", "themselves", "self");
        if (own < 1 || !Phrase.Has(words, Denials))
        {
            return null;
        }

        for (var at = 0; at < own; at++)
        {
            foreach (var terms in Entities(line, words, own + 1))
            {
                if (Moments.DoneBy(terms, words[at].Lower) is { } by && Owner(line.Vocabulary, terms, by) is var (owner, name))
                {
                    return Differ(line, terms, by, owner, name);
                }
            }
        }

        return null;
    }

    private static IEnumerable<EntityTerms> Entities(RuleLine line, IReadOnlyList<Token> words, int from)
    {
        var named = from < words.Count ? line.Vocabulary.EntityAt(words, from, out _) : null;
        return named is not null ? [named] : line.Subject is not null ? [line.Subject] : [];
    }

    /// <summary>"Approver must not be the requester", "reviewer must differ from author".</summary>
    private static Reading? NotTheSame(RuleLine line)
    {
        var words = line.Tokens;
        var start = Speech.SkipDeterminers(words, 0);
        if (start >= words.Count || !Phrase.Has(words, [.. Denials, "differ", "different", "other"]))
        {
            return null;
        }

        var found = Bearers(line).Select(terms => (Terms: terms, Pair: Pair(terms, words, start))).Where(bearer => bearer.Pair is not null).Take(2).ToArray();
        return found.Length == 0 || (found.Length > 1 && found[0].Terms != line.Subject) ? null : Differ(line, found[0].Terms, found[0].Pair!.Value.Left, found[0].Pair!.Value.Right);
    }

    /// <summary>"Whoever checks a meter must not be the one who read it", "the clerk who files a claim cannot be the one that handles it".</summary>
    private static Reading? NotTheOne(RuleLine line)
    {
        var words = line.Whole;
        var one = Enumerable.Range(0, words.Count).FirstOrDefault(at => Phrase.At(words, at, "the", "one", "who") || Phrase.At(words, at, "the", "one", "that") || Phrase.At(words, at, "the", "same", "person"), -1);
        if (one < 3 || !words[0].IsAny("whoever", "the", "a", "who") || !Phrase.Has([.. words.Take(one)], Denials))
        {
            return null;
        }

        foreach (var terms in Bearers(line))
        {
            if (Doer(terms, words, 0, one) is { } left && Doer(terms, words, one + 3, words.Count) is { } right && left != right && left.Parent == right.Parent)
            {
                return Differ(line, terms, left, right);
            }
        }

        return null;
    }

    private static Column? Doer(EntityTerms terms, IReadOnlyList<Token> words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (words[at].Kind == TokenKind.Word && words[at].Lower.Length > 3 && Moments.DoneBy(terms, words[at].Lower) is { } by)
            {
                return by;
            }
        }

        return null;
    }

    /// <summary>The subject before all others that refer twice to the same kind of thing.</summary>
    private static IEnumerable<EntityTerms> Bearers(RuleLine line) =>
        line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail && terms.References.Count() > 1).OrderByDescending(terms => terms == line.Subject);

    private static (Column Left, Column Right)? Pair(EntityTerms terms, IReadOnlyList<Token> words, int start)
    {
        if (Reference(terms, words[start]) is not { } left)
        {
            return null;
        }

        for (var at = start + 1; at < words.Count; at++)
        {
            var joined = (at == start + 2 || at == start + 3 && words[start + 2].Is("the")) && words[start + 1].Is("and") && Phrase.Has([.. words.Skip(at + 1)], "same", "differ", "different", "identical");
            if (Reference(terms, words[at]) is { } right && right != left && right.Parent == left.Parent && (joined || Phrase.Has([.. words.Skip(start + 1).Take(at - start - 1)], Equating)))
            {
                return (left, right);
            }
        }

        return null;
    }

    private static Column? Reference(EntityTerms terms, Token word) =>
        word.Kind != TokenKind.Word ? null
        : terms.References.FirstOrDefault(column => Stems.Of(column.Words[0]) is var stem && stem.Length > 2 && Stems.Same(stem, Stems.Of(word.Lower)) || column.Role == word.Lower || column.Role == Facts.Language.Naming.Snake(word.Lower));

    /// <summary>
    /// Whose row it is: the reference to the same parent that each row has, rather than the clerk who entered it, and never somebody who does a later
    /// step; else the person that the row's one owner stands for.
    /// </summary>
    private static (Expr Owner, string Name)? Owner(Vocabulary vocabulary, EntityTerms terms, Column by)
    {
        var own = terms.References.Where(column => column != by && column.Parent == by.Parent && !IsLater(column))
            .OrderByDescending(column => column.Required).ThenBy(column => column.Words[0] is "created" or "updated" or "modified").FirstOrDefault();
        if (own is not null)
        {
            return (own.Ref, own.Name);
        }

        var behind = terms.References.Where(link => link.Required && link.Parent != terms.Name && link.Parent != by.Parent)
            .SelectMany(link => vocabulary.Of(link.Parent!).References.Where(person => person.Required && person.Parent == by.Parent).Select(person => (Link: link, Person: person))).Take(2).ToArray();
        return behind is [var (link, person)] ? (new Ref([link.Role!, person.Name]), $"{link.Role} {person.Role}") : null;
    }

    /// <summary>Who checked, approved or received it is not whose it is.</summary>
    private static bool IsLater(Column column) => !column.Required && column.Words is [.., "by"] or [.., "by", "id"] && !column.Words.Any(word => word is "created" or "requested" or "submitted" or "entered" or "written" or "recorded" or "registered" or "made" or "reported" or "filed" or "owned");

    private static Reading Differ(RuleLine line, EntityTerms terms, Column by, Column owner) => Differ(line, terms, by, owner.Ref, owner.Name);

    private static Reading Differ(RuleLine line, EntityTerms terms, Column by, Expr owner, string name) =>
        Reading.Of(line.Must(terms.Name, $"{by.Name} differs from {name}", new Compare(CompareOp.NotEqual, by.Ref, owner)));
}
