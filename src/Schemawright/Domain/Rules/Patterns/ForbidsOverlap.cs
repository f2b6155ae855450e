using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Two confirmed reservations of the same room cannot overlap", "no overlapping shifts per employee".</summary>
internal sealed class ForbidsOverlap : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var overlap = Phrase.IndexOf(words, 0, "overlap", "overlaps", "overlapping", "double-booked", "double-booking", "non-overlapping");
        overlap = overlap >= 0 ? overlap : Enumerable.Range(0, Math.Max(0, words.Count - 1)).FirstOrDefault(at => words[at].Is("same") && words[at + 1].IsAny("time", "slot", "timeslot", "period", "hours", "moment"), -1);
        overlap = overlap >= 0 ? overlap : Taken(words);
        overlap = overlap >= 0 ? overlap : AtATime(line, words);
        if (overlap < 0 || !Denied(words, overlap) || Phrase.Has(words, "warn", "warning", "allowed"))
        {
            return null;
        }

        if (words.Select((_, at) => Limits.UpperAt(words, at)).Any(number => number >= 0 && number < words.Count && Figures.At(words, number) > 1))
        {
            // Three at the same time may overlap.
            return null;
        }

        var linking = Linking(line, words);
        var terms = linking ?? Subject(line, words, overlap) ?? Candidates(line, words).FirstOrDefault(terms => Spans.Of(terms, timesOfDay: true) is not null) ?? Kept(line, words);
        if (terms is null || linking is null && Counted(line, words) is { } counted && counted != terms || Spans.Of(terms, timesOfDay: true) is not var (start, end))
        {
            return null;
        }

        var keys = Keys(line, terms, words).ToArray();
        var inferred = keys.Length == 0 && Place(line, terms) is not null && !Phrase.Has(words, "same", "per");
        keys = inferred ? [Place(line, terms)!.Role!] : keys;
        if (start.Type.Kind == Schemawright.Terms.DataKind.Time)
        {
            // Two times of day overlap only on the same date.
            var dates = terms.Columns.Where(column => column.IsDate || IsWeekday(column)).ToArray();
            keys = dates.Length == 1 && keys.Length > 0 ? [.. keys, dates[0].Name, .. IsWeekday(dates[0]) ? Terms(line, terms) : []] : [];
            keys = [.. keys.Distinct(StringComparer.Ordinal)];
        }

        var alone = keys.Length == 0 && start.Type.Kind != Schemawright.Terms.DataKind.Time && line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, words[0].IsAny("no", "two") ? 1 : 0), out _) == terms && !terms.References.Any(link => link.Required) && words.Count < 9 && !Phrase.Has(words, "same", "per", "each");
        return keys.Length == 0 && !alone || Unread(terms, words) || SharesUnknown(line, terms, words) || IsOfAnother(line, words) ? null
            : Reading.Of(new RuleDraft(terms.Name, alone ? "no overlap" : $"no overlap per {string.Join(" and ", keys)}", RuleTrigger.Always, new NoOverlap([.. keys], start.Name, end.Name, Where(terms, words) ?? (inferred ? Alive(terms) : null))));
    }

    /// <summary>"… bill periods must not overlap": the noun right before the verb, where it has a beginning and an end.</summary>
    private static EntityTerms? Subject(RuleLine line, IReadOnlyList<Token> words, int overlap)
    {
        var end = overlap;
        while (end > 0 && words[end - 1].IsAny("must", "may", "can", "cannot", "not", "never", "do", "should", "ever"))
        {
            end--;
        }

        end -= end > 1 && end < overlap && words[end - 1].IsAny("periods", "period", "dates", "times", "spans") ? 1 : 0;
        return end == overlap ? null : Enumerable.Range(1, 3).Where(length => end - length >= 0 && (end == length || !words[end - length - 1].IsAny("of", "in", "on", "for", "per", "at", "by", "same", "with", "the", "a", "one", "each", "every"))).Select(length => line.Vocabulary.EntityAt(words, end - length, out var width) is { } named && width == length ? named : null).LastOrDefault(named => named is not null && Spans.Of(named, timesOfDay: true) is not null);
    }

    /// <summary>"two appointments", "one trip": what is counted is what may not overlap.</summary>
    private static EntityTerms? Counted(RuleLine line, IReadOnlyList<Token> words)
    {
        var number = Phrase.IndexOf(words, 0, "two", "one", "several", "multiple", "overlapping");
        var owner = number > 0 && words[number].Is("one") && words[number - 1].IsAny("of", "per", "by", "within", "in", "for");
        for (var at = number + 1; number >= 0 && !owner && at < Math.Min(number + 4, words.Count); at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out _) is { } counted)
            {
                return counted;
            }
        }

        return null;
    }

    /// <summary>"A locker cannot be rented by two members at the same time": the one kind of row with a beginning and an end that ties both.</summary>
    private static EntityTerms? Linking(RuleLine line, IReadOnlyList<Token> words)
    {
        var start = Speech.SkipDeterminers(words, words[0].Is("no") ? 1 : 0);
        if (start >= words.Count || line.Vocabulary.EntityAt(words, start, out _) is not { } first || Counted(line, words) is not { } counted || counted == first || Spans.Of(counted, timesOfDay: true) is not null || Phrase.IndexOf(words, 0, "two", "one", "several") < start)
        {
            return null;
        }

        var ties = line.Vocabulary.Children(first.Name).Select(link => line.Vocabulary.Of(link.Child)).Distinct().Where(terms => Spans.Of(terms) is not null && terms.References.Any(link => link.Parent == counted.Name)).ToArray();
        return ties.Length == 1 ? ties[0] : null;
    }

    /// <summary>An enumeration of the days of the week, in which times of day recur.</summary>
    private static bool IsWeekday(Column column) => column.Type.Values.Count > 3 && column.Type.Values.All(value => value.Length > 2 && Array.Exists(Week, day => day.StartsWith(value[..3], StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The term or season within which the weekdays recur.</summary>
    private static IEnumerable<string> Terms(RuleLine line, EntityTerms terms) =>
        terms.References.Where(link => link.Required && link.Parent != terms.Name && Spans.Of(line.Vocabulary.Of(link.Parent!)) is not null).Select(link => link.Role!).Take(1);

    /// <summary>"A truck can only be on one trip at a time": without a quality that tells which count.</summary>
    private static int AtATime(RuleLine line, IReadOnlyList<Token> words)
    {
        var one = Phrase.IndexOf(words, 1, "one");
        var time = Enumerable.Range(0, Math.Max(0, words.Count - 1)).FirstOrDefault(at => Phrase.At(words, at, "at", "a", "time") || Phrase.At(words, at, "at", "once") || Phrase.At(words, at, "at", "any", "time"), -1);
        return one > 0 && time > one && one + 1 < words.Count && line.Vocabulary.EntityAt(words, one + 1, out _) is not null && (words.Take(one).Any(word => word.Is("only")) || Phrase.At(words, one - 2, "more", "than") || words[one - 1].Is("most")) ? time : -1;
    }

    /// <summary>"No", "two" and "prevents" deny what comes after them; "with no time given" after it denies nothing of it.</summary>
    private static bool Denied(IReadOnlyList<Token> words, int overlap) =>
        Phrase.Has(words, "not", "cannot", "can't", "never", "non-overlapping") || Phrase.Has([.. words.Take(overlap)], "only", "most") && words[overlap].Is("at") || Phrase.Has([.. words.Take(overlap)], "no", "two", "prevent", "prevents");

    /// <summary>"No active visit exists for that slot".</summary>
    private static int Taken(IReadOnlyList<Token> words) =>
        words.Count is > 3 and < 14 && words[0].Is("no") && Phrase.Has(words, "exists", "exist") && !Phrase.Has(words, "if", "when", "otherwise") ? Phrase.IndexOf(words, 2, "slot", "timeslot", "period", "time") : -1;

    /// <summary>What the rows take up, where the words do not say it: the one reference that is no person and holds none of the others.</summary>
    private static Column? Place(RuleLine line, EntityTerms terms)
    {
        var links = terms.References.Where(link => link.Required && link.Parent != terms.Name && !line.Vocabulary.Of(link.Parent!).Columns.Any(column => column.Type.Kind == Schemawright.Terms.DataKind.Email && line.Vocabulary.Of(link.Parent!).Columns.Any(other => other.Words[0] is "password"))).ToArray();
        var near = links.Where(link => !links.Any(other => other != link && line.Vocabulary.Of(other.Parent!).References.Any(above => above.Parent == link.Parent))).ToArray();
        return near.Length == 1 ? near[0] : null;
    }

    /// <summary>Rows that were given up take no time, whether the words say so or not.</summary>
    private static Schemawright.Terms.Expr? Alive(EntityTerms terms)
    {
        var alive = terms.State is { } state ? state.Type.Values.Where(value => !Moments.Failure(value)).ToArray() : [];
        return alive.Length == 0 || alive.Length == terms.State!.Type.Values.Count ? null : Logic.In(terms.State, alive);
    }

    private static IEnumerable<EntityTerms> Candidates(RuleLine line, IReadOnlyList<Token> words) =>
        line.Subject is null ? line.Vocabulary.EntitiesIn(words) : line.Vocabulary.EntitiesIn(words).Append(line.Subject);

    /// <summary>"Rooms cannot be double-booked": the one kind of thing with a beginning and an end that refers to rooms.</summary>
    private static EntityTerms? Kept(RuleLine line, IReadOnlyList<Token> words)
    {
        var kept = line.Vocabulary.EntitiesIn(words).SelectMany(terms => line.Vocabulary.Children(terms.Name)).Select(link => line.Vocabulary.Of(link.Child)).Where(terms => Spans.Of(terms, timesOfDay: true) is not null).Distinct().ToArray();
        return kept.Length == 1 ? kept[0] : null;
    }

    /// <summary>What "the same", "per", "on the" or "for the" names.</summary>
    private static IEnumerable<string> Keys(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words)
    {
        var speech = new Speech(line.Vocabulary, terms);
        foreach (var own in Same(speech, terms, words))
        {
            yield return own;
        }

        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at].IsAny("same", "per", "on", "for", "of", "each") && Named(speech, words, at + 1) is { } reference)
            {
                yield return reference.Role!;
                foreach (var other in Further(speech, words, at + 1))
                {
                    yield return other.Role!;
                }

                yield break;
            }
        }

        // "A clerk's shifts", "rooms cannot be double-booked", "no vehicle may have two …": whose they are stands first.
        if (Named(speech, words, words.Count > 0 && words[0].Is("no") ? 1 : 0) is { } first)
        {
            yield return first.Role!;
        }
        else if (Own(speech, terms, words, Speech.SkipDeterminers(words, 0)) is { } thing)
        {
            yield return thing;
        }
    }

    /// <summary>"for one club and hall": what is joined to the first.</summary>
    private static IEnumerable<Column> Further(Speech speech, IReadOnlyList<Token> words, int at)
    {
        var start = Speech.SkipDeterminers(words, at);
        start += start < words.Count && words[start].IsAny("same", "one", "single") ? 1 : 0;
        while (start < words.Count && speech.ReferenceAt(words, start, out var width) is not null && start + width + 1 < words.Count && words[start + width].Is("and") && Named(speech, words, start + width + 1) is { } next)
        {
            yield return next;
            start = Speech.SkipDeterminers(words, start + width + 1);
        }
    }

    /// <summary>"two passes of the same type": an attribute that both share.</summary>
    private static IEnumerable<string> Same(Speech speech, EntityTerms terms, IReadOnlyList<Token> words)
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at].Is("same") && Own(speech, terms, words, at + 1) is { } own)
            {
                yield return own;
            }
        }
    }

    /// <summary>An attribute of the row that is neither a moment nor a reference: a locker, a type.</summary>
    private static string? Own(Speech speech, EntityTerms terms, IReadOnlyList<Token> words, int at) =>
        at < words.Count && speech.ReferenceAt(words, at, out _) is null && speech.At(words, at) is { IsOwn: true, Column: { IsForeignKey: false, IsDate: false, IsMoment: false } column } operand && operand.Entity == terms.Name && column.Type.Kind != Schemawright.Terms.DataKind.Time && column != terms.State ? column.Name : null;

    /// <summary>"the same depot and season": what stands beside the first has to be known as well.</summary>
    private static bool SharesUnknown(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words)
    {
        var speech = new Speech(line.Vocabulary, terms);
        var at = Phrase.IndexOf(words, 0, "same") + 1;
        var end = at > 0 && at < words.Count ? End(speech, words, at) : 0;
        while (end > 0 && end + 1 < words.Count && words[end].IsAny("and", ",") && !words[end + 1].IsAny(SharedTimes))
        {
            at = end + 1;
            end = End(speech, words, at);
        }

        return end == 0 && at > 1 && words[at - 1].IsAny("and", ",");
    }

    /// <summary>"Tariff periods of the same bike" speaks of tariffs, whatever else has a beginning, an end and a bike.</summary>
    private static bool IsOfAnother(RuleLine line, IReadOnlyList<Token> words)
    {
        var same = Phrase.IndexOf(words, 0, "same");
        var of = same > 1 && words[same - 1].Is("the") ? same - 2 : -1;
        return of > 0 && words[of].IsAny("of", "for", "on", "per", "in") && !line.Vocabulary.EntitiesIn([.. words.Take(of)]).Any()
            && !Enumerable.Range(0, of).Any(at => words[at].Kind != TokenKind.Word || words[at].IsAny("overlap", "overlaps", "overlapping", "double-booked", "double-booking", "two", "no") || line.Subject?.State is { } state && Values.Enumerated(words[at].Text, state) is not null);
    }

    private static readonly string[] SharedTimes = ["time", "slot", "timeslot", "period", "hours", "moment", "day", "date"];

    private static int End(Speech speech, IReadOnlyList<Token> words, int at) =>
        Speech.SkipDeterminers(words, at) is var start && speech.ReferenceAt(words, start, out var length) is not null ? start + length : speech.At(words, start)?.End ?? 0;

    private static Column? Named(Speech speech, IReadOnlyList<Token> words, int at)
    {
        var named = Speech.SkipDeterminers(words, at);
        named += named < words.Count && words[named].IsAny("same", "one", "single") ? 1 : 0;
        return named < words.Count ? speech.ReferenceAt(words, named, out _) : null;
    }

    /// <summary>An exception that names no state is not understood.</summary>
    private static bool Unread(EntityTerms terms, IReadOnlyList<Token> words) => (Phrase.Has(words, "unless", "except") || Excludes(words)) && Where(terms, words) is null;

    /// <summary>"Drafts aside", "cancelled ones do not count".</summary>
    private static bool Excludes(IReadOnlyList<Token> words) =>
        Phrase.Has(words, "aside", "excluded", "ignored", "disregarded", "excepted", "excluding", "ignoring") || Phrase.IndexOf(words, 1, "count", "counts", "matter", "counted") is > 0 and var count && words[count - 1].IsAny("not", "n't", "be") && words.Skip(Math.Max(0, count - 3)).Take(3).Any(word => word.IsAny("not", "never"));

    /// <summary>"Two active reservations": only those count; "unless they are cancelled": all but those.</summary>
    private static Terms.Expr? Where(EntityTerms terms, IReadOnlyList<Token> words)
    {
        var unless = Excludes(words) ? 0 : Phrase.IndexOf(words, 0, "unless", "except");
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Kind == TokenKind.Word && terms.State is { } state && (Values.Enumerated(words[at].Text, state) ?? (unless == 0 ? Values.Enumerated(Facts.Language.Nouns.Singular(words[at].Lower), state) : null)) is { } value)
            {
                var those = Logic.In(state, [value]);
                return unless >= 0 && unless < at ? Logic.Opposite(those) : those;
            }
        }

        return null;
    }
}
