using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>
/// "A stamp occurs once per album", "codes do not repeat within a shop", "no seat number is given twice", "a code may recur in several shops but not in
/// the same one": the attribute is unique, in the words around it.
/// </summary>
internal sealed class SaidOnce : IParaphrase
{
    private const int LongestScope = 9;

    private static readonly string[] Coming = ["occur", "occurs", "appear", "appears", "exist", "exists", "turn", "turns", "come", "comes", "used", "given", "issued", "assigned", "taken", "handed", "held", "entered", "found"];
    private static readonly string[] Repeating = ["repeat", "repeats", "repeated", "recur", "recurs", "reused"];
    private static readonly string[] Naming = ["identify", "identifies", "stand", "stands", "belong", "belongs", "denote", "denotes"];
    private static readonly string[] Idle = ["may", "can", "must", "shall", "does", "do", "is", "are", "be", "been", "only", "just", "at", "most", "up", "out", "exactly", "for", "to", "ever", "and", "single", "a", "time", "times"];
    private static readonly string[] Places = ["within", "in", "inside", "per", "for", "throughout", "across", "under", "among"];
    private static readonly string[] Many = ["several", "different", "various", "many", "other", "two"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var (start, scope) = Leading(line, words, end);
        var none = start < end && words[start].Is("no");
        if (start >= end || NamedAttribute.At(line, words, none ? start + 1 : start) is not { } name || name.Operand.End >= end)
        {
            return null;
        }

        Seq<Token>? tail = scope.Count > 0 ? Once(line, words, name.Operand.End, end, none) is { Count: 0 } ? scope : null : Again(line, words, name.Operand.End, end) ?? Once(line, words, name.Operand.End, end, none);
        return tail is not { } place ? null
            : line.About(line.Vocabulary.Of(name.Operand.Column.Entity), [Rewording.Word(name.Operand.Column.Name), Rewording.Word("is"), Rewording.Word("unique"), .. place]);
    }

    private static bool Scope(RuleLine line, Seq<Token> words, int at, out int width)
    {
        var known = line.Vocabulary.EntityAt(words, at, out width) is not null;
        return known || words[at].IsAny("tenants", "accounts", "organisations", "organizations", "companies") && line.Vocabulary.Domain.Tenancy is not null;
    }

    /// <summary>"Within a shop, …": where it is said first.</summary>
    private static (int Start, Seq<Token> Scope) Leading(RuleLine line, Seq<Token> words, int end)
    {
        var at = words.Count > 5 && words[0].IsAny(Places) ? Speech.SkipDeterminers(words, 1) : end;
        at += at < end && words[at].IsAny("one", "same", "given") ? 1 : 0;
        if (at >= end || line.Vocabulary.EntityAt(words, at, out var width) is null)
        {
            return (0, []);
        }

        var next = at + width;
        return (next < end && words[next].Is(",") ? next + 1 : next, [Rewording.Word("per"), .. words.Skip(at).Take(width)]);
    }

    /// <summary>The scope that is named behind the words for "once", empty where none is; null when the words say anything else.</summary>
    private static Seq<Token>? Once(RuleLine line, Seq<Token> words, int from, int end, bool none)
    {
        var (once, twice, denied, coming, repeating, naming, one) = (false, false, none, false, false, false, false);
        for (var at = from; at < end; at++)
        {
            var said = words[at];
            if (said.IsAny(Places) && !(said.Is("for") && naming && !one) && (once || twice || coming || repeating || one))
            {
                return Means() && end - at <= LongestScope && !words.Skip(at).Take(end - at).Any(word => word.IsAny("if", "when", "unless", "but", "must", "cannot", "is", "are")) ? [.. words.Skip(at).Take(end - at)] : null;
            }

            once |= said.Is("once") && !words[at - 1].Is("than") || said.Is("one") && at + 1 < end && words[at + 1].Is("time") || said.Is("single");
            twice |= said.IsAny("twice", "again") || said.Is("once") && words[at - 1].Is("than");
            denied |= said.IsAny("not", "never", "cannot");
            coming |= said.IsAny(Coming);
            repeating |= said.IsAny(Repeating);
            naming |= said.IsAny(Naming);
            one |= said.Is("one") && naming;
            var thing = naming && one && line.Vocabulary.EntityAt(words, at, out var width) is not null ? width : 0;
            if (thing == 0 && !(said.IsAny("once", "one", "twice", "again", "not", "never", "cannot", "more", "than") || said.IsAny(Coming) || said.IsAny(Repeating) || said.IsAny(Naming) || said.IsAny(Idle)))
            {
                return said.Is(",") && at + 2 < end && words[at + 1].IsAny("ignoring", "regardless", "whatever", "irrespective") && Means() ? (Seq<Token>)[] : null;
            }

            at += Math.Max(0, thing - 1);
        }

        // "May be used once" without a place limits how often something is used.
        return Means() && !(once && words.Skip(from).Any(word => word.IsAny("used", "taken", "given"))) ? (Seq<Token>)[] : null;

        bool Means() => denied ? (twice && (coming || repeating)) || (repeating && !once) : once && coming && !twice || naming && one;
    }

    /// <summary>"may recur in several shops but only once inside each".</summary>
    private static Seq<Token>? Again(RuleLine line, Seq<Token> words, int from, int end)
    {
        var many = Phrase.IndexOf(words, from, Many);
        var but = many < 0 ? -1 : Phrase.IndexOf(words, many, "but", "yet");
        if (but < 0 || but >= end - 2 || !Scope(line, words, many + 1, out var width) || !words.Skip(from).Take(many - from).Any(word => word.IsAny("may", "can")))
        {
            return null;
        }

        var rest = words.Skip(but + 1).Take(end - but - 1).ToArray();
        return rest.Any(word => word.IsAny("once", "not", "never", "unique")) && rest.All(word => word.IsAny("once", "not", "never", "unique", "twice", "only", "in", "inside", "within", "per", "each", "the", "same", "one", "of", "them", "must", "be", "it", "is") || words.Skip(many + 1).Take(width).Any(named => Facts.Language.Nouns.Singular(named.Lower) == Facts.Language.Nouns.Singular(word.Lower)))
            ? [Rewording.Word("per"), .. words.Skip(many + 1).Take(width)] : null;
    }
}
