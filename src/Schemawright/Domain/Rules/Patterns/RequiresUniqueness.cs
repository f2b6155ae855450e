using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "Email must be unique", "code is unique within a warehouse", "no two rooms of the same hotel share a number", "only one
/// active price per product", "unique in system".
/// </summary>
internal sealed class RequiresUniqueness : IRulePattern
{
    public Reading? Read(RuleLine line) => Combination(line) ?? NoTwo(line) ?? OnlyOne(line) ?? Unique(line) ?? CaseIgnored(line);

    /// <summary>"The combination of vintage and label is unique [among the offered wines]": all that is named, together.</summary>
    private static Reading? Combination(RuleLine line)
    {
        var words = line.Whole;
        var of = Enumerable.Range(0, Math.Max(0, words.Count - 3)).FirstOrDefault(at => words[at].IsAny("combination", "pair", "combinations") && words[at + 1].Is("of"), -1);
        var unique = of < 0 ? -1 : Phrase.IndexOf(words, of + 3, "unique");
        if (unique < 0 || line.Subject is not { } subject)
        {
            return null;
        }

        var end = unique;
        while (end > of && words[end - 1].IsAny("is", "are", "must", "be", "has", "to"))
        {
            end--;
        }

        var fields = FieldLists.Read(line.Speech, words, of + 2, end);
        var among = Phrase.IndexOf(words, unique, "among", "for", "of", "within");
        var rows = among < 0 ? null : Clauses.SubjectPhrase.At(line.Vocabulary, words, among + 1, words.Count);
        return fields.Count < 2 || fields.Any(field => !field.IsOwn || field.Entity != subject.Name) || (among > 0 && (rows is null || rows.Terms != subject)) ? Reading.Unclear("which attributes are unique together is not told in names that the model has")
            : new() { Keys = [new(subject.Name, [.. fields.Select(field => Key(field.Column))], false, IsGlobal(words), rows?.Which)] };
    }

    private static Reading? Unique(RuleLine line)
    {
        var words = line.Whole;
        var at = Phrase.IndexOf(words, 0, "unique", "unique.", "duplicated", "duplicates", "uniquely");
        if (at < 0 || words[at].IsAny("duplicated", "duplicates") && !Phrase.Has([.. words.Take(at)], "not", "no", "never", "cannot")
            || words[at].Is("unique") && Phrase.Has([.. words.Take(at)], "generate", "not", "generates", "assign"))
        {
            return Generated(line, words, at);
        }

        var before = at > 1 && words[at - 1].IsAny("a", "an") && words[at - 2].IsAny("has", "have", "carries", "carry", "gets", "needs", "bears") && at + 1 < words.Count && line.Speech.At(words, at + 1) is not null ? null : Adjacent(line, words, at);
        var after = before is null && at + 1 < words.Count ? line.Speech.At(words, at + 1) : null;
        var columns = (before ?? after)?.AtHome.Column is { } named ? [named] : at <= 1 && line.Depth == 0 ? TitleColumns.Of(line).Where(Sensible).Take(1).ToArray() : [];
        if (columns.Length == 0)
        {
            return null;
        }

        var column = columns[0];
        if (UnknownScope(line, column, words, at + 1) is { } unknown)
        {
            return Reading.Unclear($"nothing tells which {unknown} a row of {column.Entity} belongs to");
        }

        var scope = Scope(line, column, words, at + 1, after?.End ?? 0);
        return new() { Keys = [new(column.Entity, [.. scope, Key(column)], IgnoresCase(line, column), IsGlobal(words))] };
    }

    /// <summary>The attribute right before "unique": only linking words stand between.</summary>
    private static Operand? Adjacent(RuleLine line, IReadOnlyList<Token> words, int at)
    {
        var end = at;
        while (end > 0 && words[end - 1].IsAny("must", "be", "is", "are", "should", "shall", "has", "have", "to", "(", ",", ":", "a", "globally", "always", "remain", "not", "no"))
        {
            end--;
        }

        for (var start = Math.Max(0, end - 6); start < end; start++)
        {
            if (line.Speech.At(words, start) is { } operand && operand.End == end)
            {
                return IsQualified(line, words, start, operand) ? null : operand;
            }
        }

        return null;
    }

    /// <summary>"Hull numbers are unique" speaks of no berth number: the noun before the name belongs to it and is nothing the model knows.</summary>
    private static bool IsQualified(RuleLine line, IReadOnlyList<Token> words, int start, Operand operand) =>
        start == 1 && words[0].Kind == TokenKind.Word && Speech.SkipDeterminers(words, 0) == 0 && line.Vocabulary.EntityAt(words, 0, out _) is null
        && !operand.Column.Words.Contains(words[0].Lower, StringComparer.Ordinal) && !words[0].IsAny("all", "any", "both", "only", "these", "such", "their", "its", "new", "own", "every", "each", "ensure", "enforce", "check", "validate", "verify", "require", "requires", "keep", "make", "no");

    /// <summary>"Generate unique order ID": the surrogate key is one.</summary>
    private static Reading? Generated(RuleLine line, IReadOnlyList<Token> words, int at) =>
        at >= 1 && words[at].Is("unique") && words[at - 1].IsAny("generate", "generates", "assign", "a") && line.Subject is { } subject && Phrase.Has([.. words.Skip(at)], "id", "identifier", "key")
            ? Reading.Enforced($"every {subject.Name} gets a unique primary key")
            : null;

    /// <summary>"unique within/per/for each Y": the parent's key joins in.</summary>
    private static Seq<string> Scope(RuleLine line, Column column, IReadOnlyList<Token> words, int from, int minimum)
    {
        var at = Phrase.IndexOf(words, Math.Max(from, minimum), "within", "per", "for", "in", "on", "under", "inside", "of", "by", "across", "throughout");
        if (at < 0 || words[at].IsAny("across") || at + 1 >= words.Count)
        {
            return [];
        }

        var speech = new Speech(line.Vocabulary, line.Vocabulary.Of(column.Entity));
        var start = Speech.SkipDeterminers(words, at + 1);
        start += start + 1 < words.Count && words[start].IsAny("same", "given", "single", "one") ? 1 : 0;
        return start < words.Count && (speech.ReferenceAt(words, start, out _) ?? PartlyNamed(line, column, words[start].Lower)) is { } reference ? [reference.Role!]
            : start < words.Count && at > 0 && (words[at].IsAny("within", "per", "for") || words[at].Is("in") && words[start - 1].Is("same")) && speech.At(words, start) is { IsOwn: true, Column.IsForeignKey: false } own && own.Entity == column.Entity && own.Column != column ? [own.Column.Name] : [];
    }

    /// <summary>"within the row" of what refers to vine rows: the one reference in whose name the word stands.</summary>
    private static Column? PartlyNamed(RuleLine line, Column column, string word) =>
        line.Vocabulary.Of(column.Entity).References.Where(link => link.Words.Contains(word, StringComparer.Ordinal)).ToArray() is [var only] ? only : null;

    /// <summary>"unique per region" where no row knows a region: a key over all rows would refuse what is allowed.</summary>
    private static string? UnknownScope(RuleLine line, Column column, IReadOnlyList<Token> words, int from)
    {
        var at = Phrase.IndexOf(words, from, "within", "per", "inside");
        at = at < 0 && from < words.Count && words[from].Is("in") && from + 1 < words.Count && words[from + 1].IsAny("the", "a", "an", "each", "every", "one", "its", "their") ? from : at;
        var start = at < 0 ? words.Count : Speech.SkipDeterminers(words, at + 1);
        start += start < words.Count && words[start].IsAny("same", "given", "single", "one") ? 1 : 0;
        if (at < 0 || at > from + 2 || start >= words.Count || words[start].Kind != TokenKind.Word || start + 2 < Sentence(words, start) || line.Vocabulary.EntityAt(words, start, out _) is { } scoped && (scoped.Name == column.Entity || scoped.Name == line.Vocabulary.Domain.Tenancy?.TenantEntity)
            || words[start].IsAny("system", "platform", "database", "application", "app", "company", "organisation", "organization", "tenant", "account", "workspace", "world", "product", "whole", "entire", "day", "month", "year", "table", "type", "level", "parent"))
        {
            return null;
        }

        var terms = line.Vocabulary.Of(column.Entity);
        var speech = new Speech(line.Vocabulary, terms);
        return speech.ReferenceAt(words, start, out _) is not null || speech.At(words, start) is not null || terms.Columns.Any(other => other.Words.Contains(words[start].Lower, StringComparer.Ordinal)) ? null : words[start].Lower;
    }

    /// <summary>What the two may not have alike joins the keys; the word that is nothing to the rows is given back.</summary>
    private static string? Alike(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int two, List<string> keys)
    {
        var speech = new Speech(line.Vocabulary, terms);
        for (var at = two + 1; at + 1 < words.Count; at++)
        {
            if (!words[at].IsAny("same", "share", "shares", "and", ",", "a", "an", "identical", "of"))
            {
                continue;
            }

            if (speech.At(words, at + 1) is { IsOwn: true } operand && operand.Entity == terms.Name)
            {
                keys.Add(Key(operand.Column));
            }
            else if (speech.ReferenceAt(words, words[at].Is("of") && words[at + 1].IsAny("one", "each", "any") ? at + 2 : at + 1, out _) is { } reference)
            {
                keys.Add(reference.Role!);
            }
            else if (words[at].Is("same") && words[at + 1].IsAny("day", "date") && terms.Columns.Where(column => column.IsDate).ToArray() is { Length: > 0 } days && (days.Length == 1 ? days[0] : Moment(terms, words, at)) is { } day)
            {
                keys.Add(day.Name);
            }
            else if (words[at].Is("same") && words[at + 1].Kind != TokenKind.Mark && line.Vocabulary.EntityAt(words, at + 1, out _) != terms)
            {
                return words[at + 1].Text;
            }
        }

        return null;
    }

    /// <summary>"For one estate, two barrels …": within what they may not be alike; the word that is nothing to the rows is given back.</summary>
    private static string? Grouped(Speech speech, IReadOnlyList<Token> words, int two, List<string> keys)
    {
        var start = keys.Count > 0 && words[0].IsAny("for", "per", "within") ? Speech.SkipDeterminers(words, 1) : two;
        start += start < two && words[start].IsAny("one", "same", "single") ? 1 : 0;
        if (start >= two)
        {
            return null;
        }

        if (speech.ReferenceAt(words, start, out _) is not { } group)
        {
            return words[start].Text;
        }

        keys.Insert(0, group.Role!);
        return null;
    }

    private static int Sentence(IReadOnlyList<Token> words, int from) => Phrase.IndexOf(words, from, ".", ",", ";", "(") is >= 0 and var end ? end : words.Count;

    /// <summary>"No two Xs of the same Y (may) have the same Z".</summary>
    private static Reading? NoTwo(RuleLine line)
    {
        var words = line.Whole;
        var two = Phrase.IndexOf(words, 0, "two");
        var denied = two >= 0 && !(two > 0 && words[two - 1].IsAny("to", "most", "than", "maximum", "least", "of", "or", "per", "exactly", "only")) && // "up to two, not counting drafts" is a limit
             two + 1 < words.Count && (two > 0 && words[two - 1].Is("no") || Phrase.Has([.. words.Skip(two)], "never", "cannot", "can't", "not"));
        if (!denied || two + 1 >= words.Count || Phrase.Has(words, "overlap", "overlapping", "conflict", "time", "once", "simultaneously")
            || Entity(line, words, two + 1) is not { } terms)
        {
            return null;
        }

        if (words.Skip(two + 1).Take(6).Any(word => word.IsAny("that", "which", "who", "whose")))
        {
            return Reading.Unclear($"which rows of {terms.Name} it speaks of is not told in a known form");
        }

        var speech = new Speech(line.Vocabulary, terms);
        var keys = new List<string>();
        if ((Alike(line, terms, words, two, keys) ?? Grouped(speech, words, two, keys)) is { } unknown)
        {
            return Reading.Unclear($"nothing tells what “{unknown}” is to a row of {terms.Name}");
        }

        // "the e-mail is optional, but no two may share one": one of what the sentence began with.
        var again = Rewording.End(words) is var last && last > two && words[last - 1].Is("same");
        var pronoun = !again && last > two && words[last - 1].IsAny("it", "one", "them") && words[last - 2].IsAny("share", "shares", "have", "has", "use", "bear", "carry", "get");
        if ((keys.Count == 0 && Phrase.Has([.. words.Skip(two)], "one", "it") || again || pronoun) && Meant(speech, words, two) is { } meant)
        {
            keys.Add(Key(meant));
        }
        else if (again || pronoun)
        {
            return Reading.Unclear($"nothing tells what two rows of {terms.Name} may not have alike");
        }

        return keys.Count == 0 ? null : new() { Keys = [new(terms.Name, keys.Distinct(StringComparer.Ordinal).ToSeq(), false)] };
    }

    /// <summary>What "one" or "it" stands for: the attribute of the rows named before.</summary>
    private static Column? Meant(Speech speech, IReadOnlyList<Token> words, int two) =>
        Enumerable.Range(0, two).Select(at => speech.At(words, at)).FirstOrDefault(named => named is { IsOwn: true, Column.IsForeignKey: false } && named.End <= two && named.Entity == speech.Subject?.Name)?.Column;

    /// <summary>"Start on the same day": the day of the verb before.</summary>
    private static Column? Moment(EntityTerms terms, IReadOnlyList<Token> words, int before) =>
        words.Take(before).Where(word => word.Kind == TokenKind.Word && word.Lower.Length > 3).Reverse().Select(word => Bynames.Moment(terms, word.Lower) ?? (word.IsAny("start", "starts", "begin", "begins") ? Bynames.Moment(terms, "issue") : null)).FirstOrDefault(column => column is { IsDate: true });

    /// <summary>"Only one active price per product", "one record per child and day": unique among the rows in that state; all that is named joins in.</summary>
    private static Reading? OnlyOne(RuleLine line)
    {
        var words = line.Whole;
        var one = Phrase.IndexOf(words, 0, "one");
        var per = one < 0 ? -1 : Phrase.IndexOf(words, one, "per", "each", "for", "to", "in");
        if (one < 0 || per < one + 2 || !Exclusive(words, one) || Phrase.Has(words, "time", "once", "simultaneously") && !Phrase.Has(words, "unless"))
        {
            return null;
        }

        for (var at = one + 1; at < per; at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out var width) is { } terms)
            {
                var quality = at > one + 1 ? Clauses.Adjectives.Of(terms, words[at - 1].Lower) : null;
                var foreign = words.Skip(at + width).Take(per - at - width).Any(word => !word.IsAny("is", "are", "can", "may", "must", "be", "exist", "exists", "allowed", "recorded", "stored", "kept", "open", "record", "entry"));
                if (!Excepted(terms, words, per, quality?.Condition, out var where))
                {
                    return null;
                }

                return (at > one + 1 && quality is null) || foreign || Scoped(line, terms, words, per) is not { Count: > 0 } scope || Holder(line, terms, words, one) is not { } holder ? null
                    : new() { Keys = [new(terms.Name, holder.Length == 0 || scope.Contains(holder, StringComparer.Ordinal) ? scope : [holder, .. scope], false, false, where)] };
            }
        }

        return null;
    }

    /// <summary>"A member can place only one hold per title": who holds them is part of the key; null when he is nothing to the rows, empty when nobody is named.</summary>
    private static string? Holder(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int one)
    {
        var start = Speech.SkipDeterminers(words, words.Count > 0 && words[0].IsAny("no", "only") ? 1 : 0);
        if (start >= one || line.Vocabulary.EntityAt(words, start, out _) is not { } first || first == terms)
        {
            return "";
        }

        return new Speech(line.Vocabulary, terms).ReferenceAt(words, start, out _)?.Role;
    }

    /// <summary>"unless the earlier one is void": all but the rows in that state; false when the exception is not understood.</summary>
    private static bool Excepted(EntityTerms terms, IReadOnlyList<Token> words, int from, Expr? quality, out Expr? where)
    {
        where = quality;
        var unless = Phrase.IndexOf(words, from, "unless", "except");
        if (unless < 0)
        {
            return true;
        }

        var value = terms.State is not { } state ? null : words.Skip(unless).Select(word => Clauses.Values.Enumerated(word.Text, state)).FirstOrDefault(found => found is not null);
        if (value is null || quality is not null)
        {
            return false;
        }

        where = Logic.Opposite(Logic.In(terms.State!, [value]));
        return true;
    }

    /// <summary>"per child and day": references and attributes of the row up to the end; empty when a word is none.</summary>
    private static Seq<string> Scoped(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words, int per)
    {
        var speech = new Speech(line.Vocabulary, terms);
        var keys = new List<string>();
        for (var at = per; at < words.Count && words[at].Kind != TokenKind.Mark;)
        {
            var start = Speech.SkipDeterminers(words, at);
            if (start < words.Count && speech.ReferenceAt(words, start, out var width) is { } reference)
            {
                keys.Add(reference.Role!);
                at = start + width;
            }
            else if (start < words.Count && terms.Exact(Phrase.Key(words, start, 1) ?? "") is { IsForeignKey: false } own)
            {
                keys.Add(own.Name);
                at = start + 1;
            }
            else if (words[at].IsAny("per", "each", "for", "to", "in", "and", "the", "same", "every", "given"))
            {
                at++;
            }
            else if (Clauses.Windows.At(words, at) is null && words[at].IsAny("at", "any", "a", "time", "once"))
            {
                at++;
            }
            else
            {
                return [];
            }
        }

        return keys.Distinct(StringComparer.Ordinal).ToSeq();
    }

    private static bool Exclusive(IReadOnlyList<Token> words, int one) =>
        one > 0 && (words[one - 1].IsAny("only", "most", "exactly", "than", "single") || Phrase.Has([.. words.Take(one)], "only"));

    /// <summary>"Case-insensitive comparison" beside a uniqueness of the same block.</summary>
    private static Reading? CaseIgnored(RuleLine line)
    {
        if (!SaysIgnoreCase(line.Fact.Text))
        {
            return null;
        }

        var named = line.Speech.Within(line.Tokens, 0, line.Tokens.Count);
        var columns = named is { Column.IsText: true } ? [named.AtHome.Column] : TitleColumns.Of(line).Where(column => column.IsText && Sensible(column)).Take(1).ToArray();
        return columns.Length == 0 || !line.Block.Any(other => other.Text.Contains("nique", StringComparison.Ordinal)) && !HasKey(line, columns[0]) ? null
            : new() { Keys = [new(columns[0].Entity, [columns[0].Name], true)] };
    }

    private static bool HasKey(RuleLine line, Column column) => line.Vocabulary.Of(column.Entity).Entity.Keys.Any(key => key.Attributes.Count == 1 && key.Attributes[0] == column.Name);

    /// <summary>Of several attributes a title may mean, the one of a main entity that identifies it.</summary>
    private static bool Sensible(Column column) => !column.Type.IsArray && !column.IsForeignKey;

    private static bool IgnoresCase(RuleLine line, Column column) =>
        column.IsText && (SaysIgnoreCase(line.Fact.Text) || line.Block.Count < 40 && (line.Fact.Code ?? line.Fact.Title) is not null && line.Block.Any(other => SaysIgnoreCase(other.Text) && SpeaksOf(line, other, column)));

    /// <summary>The other line names this attribute, or none at all: "Case-insensitive comparison".</summary>
    private static bool SpeaksOf(RuleLine line, Facts.RuleFact other, Column column) =>
        Lexer.Read(other.Text) is var words && (new Speech(line.Vocabulary, line.Vocabulary.Of(column.Entity)).Within(words, 0, words.Count) is not { } named || named.Column == column);

    /// <summary>The words leave it open how letters are written.</summary>
    internal static bool SaysIgnoreCase(string text) =>
        text.Contains("case doesn't matter", StringComparison.OrdinalIgnoreCase) || text.Contains("case does not matter", StringComparison.OrdinalIgnoreCase) || text.Contains("case doesn’t matter", StringComparison.OrdinalIgnoreCase) || text.Contains("upper or lower case", StringComparison.OrdinalIgnoreCase) || text.Contains("ignoring upper", StringComparison.OrdinalIgnoreCase) ||
        text.Contains("case-insensitive", StringComparison.OrdinalIgnoreCase) || text.Contains("case insensitive", StringComparison.OrdinalIgnoreCase)
        || text.Contains("regardless of case", StringComparison.OrdinalIgnoreCase) || text.Contains("not case-sensitive", StringComparison.OrdinalIgnoreCase) || text.Contains("not case sensitive", StringComparison.OrdinalIgnoreCase) || text.Contains("regardless of upper", StringComparison.OrdinalIgnoreCase) || text.Contains("ignoring case", StringComparison.OrdinalIgnoreCase);

    private static bool IsGlobal(IReadOnlyList<Token> words) =>
        Phrase.Has(words, "system", "platform", "globally", "everywhere", "worldwide", "system-wide", "platform-wide");

    private static string Key(Column column) => column.Role ?? column.Name;

    private static EntityTerms? Entity(RuleLine line, IReadOnlyList<Token> words, int from)
    {
        for (var at = from; at < Math.Min(from + 3, words.Count); at++)
        {
            if (line.Vocabulary.EntityAt(words, at, out _) is { } terms)
            {
                return terms;
            }
        }

        return null;
    }
}
