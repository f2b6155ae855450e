using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Receipt numbers are consecutive per branch and year", "tickets are numbered without gaps", "there must be no gaps in the numbering of
/// permits": each row gets the next number, none is left out, changed or taken back.
/// </summary>
internal sealed class NumbersWithoutGaps : IRulePattern
{
    private const int Longest = 30;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 4 or > Longest || !SaysNumber(words) || !SaysGapless(words) || Numbered(line, words) is not var (terms, column))
        {
            return null;
        }

        var others = words[0].Is("numbers") && words[1].Is("of") && Phrase.IndexOf(words, 3, "are") is > 0 and var verb ? line.Vocabulary.EntitiesIn([.. words.Take(verb)]).Distinct().Where(named => named != terms).ToArray() : [];
        var all = others.Select(named => named.Columns.Where(IsNumber).ToArray() is [var only] ? Numbering(line, named, only, words) : null).Prepend(Numbering(line, terms, column, words)).ToArray();
        return Array.Exists(all, one => one is null) ? null : all.Aggregate(new Reading(), (one, other) => other!.Fate is null ? one.And(other) : other);
    }

    private static Reading? Numbering(RuleLine line, EntityTerms terms, Column column, Seq<Token> words)
    {
        var (per, anew, unknown) = Scope(line, terms, words);
        if (unknown is not null)
        {
            return Reading.Unclear($"{terms.Name} has no {unknown} within which its numbers could run");
        }

        var begin = Restarts(words) ?? anew;
        return Reading.Of(
            new RuleDraft(terms.Name, $"{column.Name} without gaps", RuleTrigger.OnInsert, new Gapless(column.Name, per, begin)),
            new RuleDraft(terms.Name, $"{column.Name} stays", RuleTrigger.Always, new Unchangeable([column.Name, .. per], null)),
            new RuleDraft(terms.Name, $"kept for its {column.Name}", RuleTrigger.Always, new NotDeletable(null)));
    }

    private static bool SaysNumber(Seq<Token> words) => words.Any(word => word.Lower.StartsWith("number", StringComparison.Ordinal) || word.Lower.EndsWith("_number", StringComparison.Ordinal) || word.IsAny("version", "versions", "position", "positions"));

    /// <summary>"Three consecutive days" counts days; consecutive numbers run on.</summary>
    private static bool SaysGapless(Seq<Token> words)
    {
        var run = Phrase.IndexOf(words, 0, "consecutive", "consecutively", "unbroken", "gapless", "gaplessly");
        var denied = Phrase.Has(words, "no", "without", "never", "not", "any", "free");
        var counted = Enumerable.Range(0, Math.Max(0, words.Count - 3)).Any(at => words[at].IsAny("count", "counts", "run", "runs") && words[at + 1].IsAny("up", "on") && words[at + 2].Is("from")) || Phrase.IndexOf(words, 1, "drawn", "taken") is > 0 and var drawn && Phrase.Has([.. words.Skip(drawn)], "counter", "sequence") && Phrase.Has([.. words.Skip(drawn)], "per", "each");
        return counted || (run >= 0 && !(run + 1 < words.Count && words[run + 1].IsAny("days", "day", "weeks", "months", "hours", "nights", "times", "years")))
            || (denied && Phrase.Has(words, "gap", "gaps"));
    }

    /// <summary>The thing named whose number is meant, or the one the place speaks of.</summary>
    private static (EntityTerms Terms, Column Number)? Numbered(RuleLine line, Seq<Token> words)
    {
        var named = line.Vocabulary.EntitiesIn(words).Append(line.Speech.Subject).OfType<EntityTerms>();
        foreach (var terms in named.Distinct())
        {
            var columns = terms.Columns.Where(column => IsNumber(column) && (column.Name == "number" || Spoken(words, column))).ToArray();
            columns = columns.Length > 0 ? columns : terms.Columns.Where(IsNumber).ToArray();
            if (columns.Length == 1)
            {
                return (terms, columns[0]);
            }
        }

        var owners = line.Vocabulary.All.SelectMany(terms => terms.Columns.Where(column => IsNumber(column) && column.Words.Count > 1 && Spoken(words, column)).Select(column => (terms, column))).Take(2).ToArray();
        return owners.Length == 1 ? owners[0] : null;
    }

    private static bool IsNumber(Column column) => !column.IsForeignKey && column.Type is { IsArray: false, Kind: DataKind.Integer or DataKind.BigInteger or DataKind.ShortText or DataKind.Unknown } && column.Words[^1] is "number" or "no" or "nr" or "num" or "version" or "position" or "sequence";

    private static bool Spoken(Seq<Token> words, Column column) =>
        Enumerable.Range(0, words.Count).Any(at => Phrase.Key(words, at, Math.Min(column.Words.Count, words.Count - at)) is { } key && key == string.Join('_', column.Words));

    /// <summary>What stands behind "per", "within", "for each"; a tenant has numbers of its own anyway.</summary>
    private static (Seq<string> Per, PeriodUnit? Anew, string? Unknown) Scope(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        var (per, anew, speech) = (new List<string>(), (PeriodUnit?)null, new Speech(line.Vocabulary, terms));
        foreach (var at in Places(words))
        {
            var next = Speech.SkipDeterminers(words, at);
            next += next < words.Count && words[next].IsAny("calendar", "same", "single") ? 1 : 0;
            if (next >= words.Count)
            {
                continue;
            }

            anew = Unit(words, next) ?? anew;
            if (speech.ReferenceAt(words, next, out _) is { } reference)
            {
                per.Add(reference.Role!);
            }
            else if (line.Vocabulary.EntityAt(words, next, out _) is { } named && named != terms && named.Name != line.Vocabulary.Domain.Tenancy.TenantEntity)
            {
                return ([], null, named.Name);
            }
            else if (terms.Exact(words[next].Lower) is { IsForeignKey: false } own)
            {
                per.Add(own.Name);
            }
        }

        return (per.Distinct(StringComparer.Ordinal).ToSeq(), anew, null);
    }

    /// <summary>The places after "per", "within", "for each", and after an "and" that goes on with one of them.</summary>
    private static IEnumerable<int> Places(Seq<Token> words)
    {
        var scoped = false;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsAny("per", "within") || (words[at].IsAny("each", "every") && at > 0 && words[at - 1].IsAny("for", "in", "of", "at", "and")))
            {
                scoped = true;
                yield return at + 1;
            }
            else if (scoped && words[at].Is("and"))
            {
                yield return at + 1;
            }
            else if (words[at].IsAny(",", "without", "gaps"))
            {
                scoped = false;
            }
        }
    }

    /// <summary>"… and begin again at 1 every year".</summary>
    private static PeriodUnit? Restarts(Seq<Token> words)
    {
        var again = Phrase.IndexOf(words, 1, "restart", "restarts", "anew", "again", "reset", "resets");
        return again < 0 ? null : words.Skip(again).Select((_, place) => Unit(words, again + place)).FirstOrDefault(unit => unit is not null);
    }

    private static PeriodUnit? Unit(Seq<Token> words, int at) => words[at].Lower switch
    {
        "year" or "yearly" or "annually" => PeriodUnit.Year,
        "month" or "monthly" => PeriodUnit.Month,
        "day" or "daily" => PeriodUnit.Day,
        _ => null,
    };
}
