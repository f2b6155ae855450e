using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>Gives the many turns of English for one demand the one wording that the patterns know: "is not allowed to" is "cannot", "at the most" is "at most".</summary>
internal static class Wordings
{
    // The longest turn first where one begins like another.
    private static readonly (string[] Said, string[] Known)[] Turns =
    [
        (["the", "system", "shall", "record"], ["require"]), (["the", "system", "must", "record"], ["require"]), (["the", "system", "shall", "store"], ["require"]), (["can", "be", "neither"], ["cannot", "be"]), (["may", "be", "neither"], ["may", "not", "be"]), (["is", "not", "editable"], ["is", "read-only"]), (["are", "not", "editable"], ["are", "read-only"]), (["is", "closed", "for", "changes"], ["is", "read-only"]), (["are", "closed", "for", "changes"], ["are", "read-only"]), (["can", "neither"], ["cannot"]), (["may", "neither"], ["may", "not"]), (["must", "neither"], ["must", "not"]),
        (["is", "explained", "in"], ["requires"]), (["must", "be", "explained", "in"], ["requires"]), (["is", "justified", "in"], ["requires"]), (["must", "be", "on", "file"], ["must", "be", "given"]),
        (["have", "the", "form"], ["consist", "of"]), (["has", "the", "form"], ["consists", "of"]), (["unless", "stated", "otherwise"], ["by", "default"]), (["unless", "otherwise", "stated"], ["by", "default"]), (["if", "nothing", "else", "is", "said"], ["by", "default"]), ([",", "rounded", "half", "up", "to", "cents"], []), ([",", "rounded", "half", "up", "to", "the", "cent"], []), ([",", "rounded", "half", "up"], []), ([",", "rounded", "to", "cents"], []), ([",", "rounded", "to", "the", "cent"], []), ([",", "rounded", "commercially"], []),
        (["only", "ever", "goes", "up"], ["never", "decreases"]), (["only", "goes", "up"], ["never", "decreases"]), (["only", "ever", "increases"], ["only", "increases"]), (["only", "ever", "grows"], ["only", "grows"]),
        (["typically"], []), (["usually"], []), (["normally"], []), (["generally"], []), (["ideally", ","], []), (["ideally"], []), (["preferably"], []), (["where", "possible"], []), (["if", "possible"], []), // Recommendations weighs them
        (["when", "given"], []), (["if", "set"], []), (["when", "set"], []), (["where", "given"], []), (["if", "present"], []), (["state", "why"], ["have", "a", "reason"]), (["say", "why"], ["have", "a", "reason"]), (["states", "why"], ["has", "a", "reason"]),
        (["can't"], ["cannot"]), (["mustn't"], ["must", "not"]), (["isn't"], ["is", "not"]), (["aren't"], ["are", "not"]), (["doesn't"], ["does", "not"]), (["don't"], ["do", "not"]), (["won't"], ["will", "not"]),
        (["hasn't"], ["has", "not"]), (["haven't"], ["have", "not"]), (["shouldn't"], ["should", "not"]), (["it's"], ["it", "is"]), (["that's"], ["that", "is"]), (["there's"], ["there", "is"]), (["they're"], ["they", "are"]), (["needn't"], ["need", "not"]),
        (["can", "no", "longer"], ["cannot"]), (["may", "no", "longer"], ["may", "not"]), (["is", "no", "longer", "possible"], ["is", "not", "possible"]), (["goes", "from"], ["is", "from"]), (["go", "from"], ["is", "from"]), (["run", "from"], ["is", "from"]), (["runs", "from"], ["is", "from"]),
        (["lie", "in", "the", "future"], ["be", "in", "the", "future"]), (["lie", "in", "the", "past"], ["be", "in", "the", "past"]), (["be", "dated", "in"], ["be", "in"]), (["lies", "in", "the"], ["is", "in", "the"]),
        (["is", "not", "possible", "without"], ["requires"]), (["is", "impossible", "without"], ["requires"]), (["are", "not", "possible", "without"], ["require"]),
        (["the", "same", "as", "or", "later", "than"], ["on", "or", "after"]), (["the", "same", "as", "or", "earlier", "than"], ["on", "or", "before"]), (["equal", "to", "or", "later", "than"], ["on", "or", "after"]), (["equal", "to", "or", "earlier", "than"], ["on", "or", "before"]),
        (["the", "same", "day", "as", "or", "after"], ["on", "or", "after"]), (["not", "earlier", "than"], ["no", "earlier", "than"]), (["not", "later", "than"], ["no", "later", "than"]),
        (["is", "not", "allowed", "to"], ["cannot"]), (["are", "not", "allowed", "to"], ["cannot"]),
        (["is", "not", "permitted", "to"], ["cannot"]), (["are", "not", "permitted", "to"], ["cannot"]),
        (["is", "forbidden", "to"], ["cannot"]), (["are", "forbidden", "to"], ["cannot"]),
        (["can", "never"], ["cannot"]), (["must", "never"], ["cannot"]), (["may", "never"], ["cannot"]), (["shall", "never"], ["cannot"]),
        (["does", "not", "exceed"], ["cannot", "exceed"]), (["do", "not", "exceed"], ["cannot", "exceed"]),
        (["at", "the", "very", "most"], ["at", "most"]), (["at", "the", "very", "least"], ["at", "least"]), (["at", "the", "most"], ["at", "most"]), (["at", "the", "least"], ["at", "least"]),
        (["is", "a", "must"], ["is", "required"]), (["is", "optional", "and", "may", "not"], ["may", "not"]), (["is", "optional", "and", "cannot"], ["cannot"]), (["is", "optional", "and", "must"], ["must"]), (["if", "nothing", "is", "agreed", "it", "is"], ["it", "defaults", "to"]), (["if", "nothing", "is", "agreed", ",", "it", "is"], ["it", "defaults", "to"]), (["if", "nothing", "is", "given", ",", "it", "is"], ["it", "defaults", "to"]), (["if", "nothing", "is", "said", ",", "it", "is"], ["it", "defaults", "to"]), (["are", "a", "must"], ["are", "required"]), (["nothing", "about", "it", "may", "change"], ["it", "cannot", "be", "changed"]), (["nothing", "of", "it", "may", "change"], ["it", "cannot", "be", "changed"]), (["nothing", "in", "it", "may", "change"], ["it", "cannot", "be", "changed"]), (["nothing", "may", "be", "changed"], ["it", "cannot", "be", "changed"]), (["is", "final"], ["cannot", "be", "changed"]), (["are", "final"], ["cannot", "be", "changed"]), (["stays", "as", "it", "is"], ["cannot", "be", "changed"]), (["stay", "as", "they", "are"], ["cannot", "be", "changed"]),
        (["remains", "as", "it", "is"], ["cannot", "be", "changed"]), (["remain", "as", "they", "are"], ["cannot", "be", "changed"]), (["are", "fixed"], ["cannot", "be", "changed"]), (["is", "fixed"], ["cannot", "be", "changed"]),
        (["stay", "within"], ["be", "at", "most"]), (["stays", "within"], ["is", "at", "most"]), (["remain", "within"], ["be", "at", "most"]),
        (["any", "more"], []), (["any", "longer"], []), (["anymore"], []),
        (["lies", "between"], ["is", "between"]), (["lie", "between"], ["is", "between"]), (["falls", "between"], ["is", "between"]), (["ranges", "between"], ["is", "between"]),
        (["lies", "at", "least"], ["is", "at", "least"]), (["lie", "at", "least"], ["is", "at", "least"]), (["lies", "at", "most"], ["is", "at", "most"]),
        (["lies", "from"], ["is", "from"]), (["lie", "from"], ["is", "from"]), (["ranges", "from"], ["is", "from"]), (["range", "from"], ["is", "from"]),
        (["amounts", "to"], ["equals"]), (["amount", "to"], ["equals"]), (["comes", "to"], ["equals"]),
        (["per", "calendar"], ["per"]), (["and", "calendar"], ["and"]), (["provided", "that"], ["if"]), (["as", "long", "as"], ["while"]), (["in", "case"], ["if"]), (["as", "soon", "as"], ["once"]),
        ([",", "if", "there", "is", "one", ","], []), ([",", "if", "any", ","], []), ([",", "if", "given", ","], []), ([",", "if", "given"], []), (["is", "the", "product"], ["equals", "the", "product"]), (["is", "the", "sum"], ["equals", "the", "sum"]),
        (["as", "well", "as"], ["and"]), (["multiplied", "by"], ["times"]), (["divided", "by"], ["/"]),
        (["may", "be", "zero", "but", "not", "negative"], ["cannot", "be", "negative"]), (["can", "be", "zero", "but", "not", "negative"], ["cannot", "be", "negative"]), (["runs", "backwards"], ["decreases"]), (["run", "backwards"], ["decrease"]), (["goes", "backwards"], ["decreases"]), (["stays", "equal", "or", "grows"], ["never", "decreases"]),
        (["we", "never"], ["never"]), (["goes", "down"], ["decreases"]),
        (["neither", "below"], ["at", "least"]), (["nor", "above"], ["and", "at", "most"]), (["neither", "above"], ["at", "most"]), (["nor", "below"], ["and", "at", "least"]), (["neither", "before"], ["on", "or", "after"]),
        (["are", "not", "edited"], ["cannot", "be", "edited"]), (["is", "not", "edited"], ["cannot", "be", "edited"]), (["are", "not", "altered"], ["cannot", "be", "altered"]), (["is", "not", "altered"], ["cannot", "be", "altered"]), (["are", "not", "changed"], ["cannot", "be", "changed"]), (["are", "not", "touched", "again"], ["cannot", "be", "changed"]), (["is", "not", "touched", "again"], ["cannot", "be", "changed"]), (["stays", "put"], ["cannot", "be", "changed"]), (["are", "locked"], ["cannot", "be", "changed"]), (["is", "settled", "for", "good"], ["cannot", "be", "changed"]),
        (["does", "not", "go", "beyond"], ["cannot", "exceed"]), (["do", "not", "go", "beyond"], ["cannot", "exceed"]), (["go", "beyond"], ["exceed"]), (["goes", "beyond"], ["exceeds"]), (["go", "past"], ["exceed"]), (["goes", "past"], ["exceeds"]), (["go", "over"], ["exceed"]), (["does", "not", "go", "past"], ["cannot", "exceed"]), (["does", "not", "go", "above"], ["cannot", "exceed"]),
        (["is", "never", "higher", "than"], ["cannot", "exceed"]), (["is", "never", "larger", "than"], ["cannot", "exceed"]), (["outnumber"], ["exceed"]), (["are", "all", "greater"], ["are", "greater"]), (["are", "all", "above"], ["are", "above"]), (["are", "all", "positive"], ["are", "positive"]),
        (["stays", "at", "or", "below"], ["is", "at", "most"]), (["stay", "at", "or", "below"], ["be", "at", "most"]), (["stays", "at", "or", "above"], ["is", "at", "least"]), (["at", "or", "below"], ["at", "most"]), (["at", "or", "above"], ["at", "least"]), (["stays", "below"], ["is", "below"]), (["stays", "under"], ["is", "below"]), (["stays", "above"], ["is", "above"]), (["remains", "below"], ["is", "below"]), (["remains", "at", "or", "below"], ["is", "at", "most"]),
        (["remains", "within"], ["is", "at", "most"]), (["zero", "or", "more"], ["at", "least", "0"]), (["zero", "or", "greater"], ["at", "least", "0"]), (["zero", "or", "above"], ["at", "least", "0"]), (["one", "or", "greater"], ["at", "least", "1"]), (["greater", "or", "equal", "to"], ["at", "least"]), (["is", "filled", "in"], ["is", "filled"]), (["are", "filled", "in"], ["are", "filled"]),
        (["must", "be", "left", "blank"], ["must", "be", "empty"]), (["must", "be", "left", "empty"], ["must", "be", "empty"]), (["stays", "empty"], ["is", "empty"]), (["remains", "empty"], ["is", "empty"]), (["stays", "blank"], ["is", "empty"]), (["is", "capped", "at"], ["is", "at", "most"]), (["are", "capped", "at"], ["are", "at", "most"]), (["tops", "out", "at"], ["is", "at", "most"]), (["top", "out", "at"], ["are", "at", "most"]),
        (["no", "one"], ["nobody"]), (["at", "the", "latest"], []), (["at", "the", "earliest"], []), (["is", "out", "of", "the", "question"], ["is", "impossible"]), (["is", "ruled", "out"], ["is", "impossible"]),
        (["goes", "below"], ["is", "below"]), (["go", "below"], ["be", "below"]), (["drop", "below"], ["be", "below"]), (["drops", "below"], ["is", "below"]),
        (["fall", "below"], ["be", "below"]), (["falls", "below"], ["is", "below"]), (["become", "negative"], ["be", "negative"]), (["go", "negative"], ["be", "negative"]),
        (["be", "raised", "above"], ["be", "above"]), (["go", "above"], ["be", "above"]), (["rise", "above"], ["be", "above"]),
        (["lie", "before"], ["be", "before"]), (["lie", "after"], ["be", "after"]), (["lies", "before"], ["is", "before"]), (["lies", "after"], ["is", "after"]),
        (["comes", "before"], ["is", "before"]), (["comes", "after"], ["is", "after"]), (["come", "before"], ["be", "before"]), (["come", "after"], ["be", "after"]),
        (["has", "to", "have"], ["must", "have"]), (["have", "to", "have"], ["must", "have"]), (["has", "to", "be"], ["must", "be"]), (["have", "to", "be"], ["must", "be"]), (["nor"], ["or"]), (["needs", "to", "be"], ["must", "be"]), (["need", "to", "be"], ["must", "be"]), (["is", "to", "be"], ["must", "be"]), (["are", "to", "be"], ["must", "be"]),
    ];

    private static readonly ILookup<string, (string[] Said, string[] Known)> ByFirst = Turns.ToLookup(turn => turn.Said[0], StringComparer.Ordinal);

    private static readonly string[] More = ["more", "above", "greater", "higher", "longer", "larger"];
    private static readonly string[] Less = ["less", "fewer", "below", "lower", "shorter", "smaller"];

    public static Seq<Token> Canonical(Seq<Token> tokens)
    {
        var words = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Kind is TokenKind.Word or TokenKind.Mark && ByFirst[tokens[at].Lower].FirstOrDefault(turn => Phrase.At(tokens, at, turn.Said)) is { Said: { } said, Known: { } known })
            {
                words.AddRange(known.Select(word => tokens[at] with { Text = word, Lower = word, Kind = word == "/" ? TokenKind.Operator : char.IsAsciiDigit(word[0]) ? TokenKind.Number : TokenKind.Word, Value = char.IsAsciiDigit(word[0]) ? word[0] - '0' : 0 }));
                at += said.Length;
                continue;
            }

            if (tokens[at].Is("or") && at + 1 < tokens.Count && Bound(tokens, at) is { } bound && Amount(words) is >= 0 and var figure)
            {
                words.InsertRange(figure, [tokens[at] with { Text = "at", Lower = "at", Kind = TokenKind.Word }, tokens[at] with { Text = bound, Lower = bound, Kind = TokenKind.Word }]);
                at += 2;
                continue;
            }

            if (Dots(tokens, at, words) is > 0 and var dots)
            {
                words.Add(tokens[at] with { Text = "to", Lower = "to", Kind = TokenKind.Word });
                at += dots;
                continue;
            }

            words.Add(tokens[at++]);
        }

        Inserted(words);
        Paused(words);
        Fronted(words);
        Bounded(words);
        Alternatives(words);
        Disallowed(words);
        MoveBound(words);
        Calculated(words);
        return words.Count == tokens.Count && words.SequenceEqual(tokens) ? tokens : words.ToSeq();
    }

    /// <summary>"Results, once clear, cannot be changed": the circumstance goes to the front.</summary>
    private static void Inserted(List<Token> words)
    {
        var open = words.Count > 7 && !words.Any(word => word.IsAny(";", ":")) ? words.FindIndex(1, Math.Min(5, words.Count - 1), word => word.Is(",")) : -1;
        var close = open < 0 || !words[open + 1].IsAny("once", "when", "if", "while") ? -1 : words.FindIndex(open + 2, word => word.Is(","));
        if (close < open + 3 || close + 2 >= words.Count || close - open > 9 || !words[close + 1].IsAny("cannot", "must", "may", "can", "is", "are", "never", "needs", "need", "has", "have", "stay", "stays"))
        {
            return;
        }

        var circumstance = words.GetRange(open + 1, close - open - 1);
        var comma = words[close];
        words.RemoveRange(open, close - open + 1);
        words.InsertRange(0, [.. circumstance, comma]);
    }

    /// <summary>"When a loan is closed the tool becomes free": the comma that its author left out.</summary>
    private static void Paused(List<Token> words)
    {
        var be = words.Count > 7 && words[0].IsAny("when", "once", "while", "if", "whenever", "until") && !words.Any(word => word.IsAny(",", ";", "then", "than")) ? words.FindIndex(2, word => word.IsAny("is", "are", "was", "were")) : -1;
        var next = be < 0 || be + 3 >= words.Count || words[be + 1].IsAny("the", "its", "a", "an") ? -1 : words.FindIndex(be + 2, word => word.IsAny("the", "its", "it", "they", "their", "no", "all", "nothing", "nobody", "only"));
        if (next > 0 && next + 2 < words.Count && !words[next - 1].IsAny("of", "in", "on", "for", "by", "to", "with", "from", "at", "after", "before", "and", "or", "not", "is", "are", "than", "as"))
        {
            words.Insert(next, words[next] with { Text = ",", Lower = ",", Kind = TokenKind.Mark });
        }
    }

    /// <summary>"For each box there can be at most one lock", "per box there is only one lock": the group stands behind what is counted.</summary>
    private static void Fronted(List<Token> words)
    {
        var group = words.Count > 6 && words[0].Is("per") ? 1 : words.Count > 6 && words[0].Is("for") && words[1].IsAny("each", "every", "any", "one", "a", "an") ? 2 : 0;
        var there = group == 0 ? -1 : words.FindIndex(group, Math.Min(7, words.Count - group), word => word.Is("there"));
        var rest = there + 1;
        while (there > group && rest < words.Count && words[rest].IsAny("is", "are", "can", "may", "must", "shall", "should", "be", "exist", "exists"))
        {
            rest++;
        }

        if (there <= group || rest == there + 1 || rest + 2 >= words.Count)
        {
            return;
        }

        var named = words.GetRange(group, (words[there - 1].Is(",") ? there - 1 : there) - group);
        var end = words[^1].Is(".") ? words.Count - 1 : words.Count;
        words.InsertRange(end, [words[0] with { Text = "per", Lower = "per", Kind = TokenKind.Word }, .. named]);
        words.RemoveRange(0, rest);
    }

    /// <summary>"must be paid (or waived)": what stands in such brackets is as good.</summary>
    private static void Alternatives(List<Token> words)
    {
        var open = words.Count < 4 ? -1 : words.FindIndex(1, word => word.Is("("));
        var close = open < 0 || open + 2 >= words.Count || !words[open + 1].Is("or") ? -1 : words.FindIndex(open, word => word.Is(")"));
        if (close > open && close <= open + 5)
        {
            words.RemoveAt(close);
            words.RemoveAt(open);
        }
    }

    /// <summary>"1..14", "1…14": from the one to the other.</summary>
    private static int Dots(Seq<Token> tokens, int at, List<Token> before)
    {
        var length = tokens[at].Is("…") ? 1 : 0;
        while (length < 3 && at + length < tokens.Count && tokens[at + length].Is("."))
        {
            length++;
        }

        return (length > 1 || tokens[at].Is("…")) && before.Count > 0 && before[^1].Kind == TokenKind.Number && at + length < tokens.Count && tokens[at + length].Kind == TokenKind.Number ? length : 0;
    }

    /// <summary>"Max 10 photos on a ticket", "min. 2 lines per order": at most, at least.</summary>
    private static void Bounded(List<Token> words)
    {
        var figure = words.Count > 2 && words[1].Is(".") ? 2 : 1;
        if (words.Count > figure + 1 && words[0].IsAny("max", "min", "maximum", "minimum") && words[figure].Kind == TokenKind.Number && words[figure + 1].Kind == TokenKind.Word)
        {
            var bound = words[0].Lower.StartsWith("max", StringComparison.Ordinal) ? "most" : "least";
            words[0] = words[0] with { Text = "at", Lower = "at", Kind = TokenKind.Word };
            words.RemoveRange(1, figure - 1);
            words.Insert(1, words[0] with { Text = bound, Lower = bound });
        }
    }

    /// <summary>"the total is the quantity times the price": what is calculated equals its formula.</summary>
    private static void Calculated(List<Token> words)
    {
        var sign = words.FindIndex(word => word.IsAny("times", "plus", "minus") || word.IsOperator("×"));
        var verb = sign < 3 ? -1 : words.FindIndex(1, sign - 1, word => word.Is("is"));
        if (verb > 0 && !words.Take(verb).Any(word => word.IsAny("if", "when", "must", "once", "where")) && words.TrueForAll(word => word.Kind != TokenKind.Operator || word.IsOperator("×")))
        {
            words[verb] = words[verb] with { Text = "equals", Lower = "equals" };
        }
    }

    /// <summary>"the system shall not allow its dates to be changed": its dates cannot be changed.</summary>
    private static void Disallowed(List<Token> words)
    {
        var allow = words.FindIndex(word => word.IsAny("allow", "permit", "let"));
        var not = allow > 0 && words[allow - 1].Is("not") ? allow - 1 : -1;
        var be = not < 0 ? -1 : words.FindIndex(allow, word => word.Is("be"));
        if (be < allow + 2 || !words[be - 1].Is("to"))
        {
            return;
        }

        words[be - 1] = words[be - 1] with { Text = "cannot", Lower = "cannot" };
        var start = not - (not > 0 && words[not - 1].IsAny("shall", "must", "does", "will", "should") ? 1 : 0);
        start -= start > 1 && words[start - 1].IsAny("system", "application", "platform") && words[start - 2].Is("the") ? 2 : 0;
        words.RemoveRange(start, allow + 1 - start);
    }

    /// <summary>"one review at most", "four hours at the most" at the end of a sentence: the bound stands before its figure.</summary>
    private static void MoveBound(List<Token> words)
    {
        for (var at = words.Count - 2; at > 1; at--)
        {
            if (!words[at].Is("at") || !words[at + 1].IsAny("most", "least") || (at + 2 < words.Count && words[at + 2].Kind != TokenKind.Mark && !words[at + 2].IsAny("and", "per", "for")))
            {
                continue;
            }

            var figure = Enumerable.Range(1, Math.Min(3, at)).Select(back => at - back).FirstOrDefault(place => Clauses.Figures.At(words, place) is not null, -1);
            if (figure >= 0 && (figure < 2 || !words[figure - 1].IsAny("most", "least", "than", "to")))
            {
                var bound = words.GetRange(at, 2);
                words.RemoveRange(at, 2);
                words.InsertRange(figure, bound);
            }
        }
    }

    /// <summary>"or more" makes the figure before it a least, "or less" a most; "or more than one" is another figure.</summary>
    private static string? Bound(Seq<Token> tokens, int or)
    {
        var next = tokens[or + 1];
        var ends = or + 2 >= tokens.Count || !tokens[or + 2].IsAny("than", "the", "equal") && tokens[or + 2].Kind != TokenKind.Number;
        return !ends ? null : next.IsAny(More) ? "least" : next.IsAny(Less) ? "most" : null;
    }

    /// <summary>Where the figure right before stands, be a unit behind it; -1 when what is before is no figure or has a bound already.</summary>
    private static int Amount(List<Token> words)
    {
        for (var back = 1; back <= 2 && back <= words.Count; back++)
        {
            var at = words.Count - back;
            if (words[at].Kind == TokenKind.Number)
            {
                return at > 0 && (words[at - 1].IsAny("least", "most", "than", "one", "between", "aged", "to", "and", "under", "over", "above", "below") || words[at - 1].Kind == TokenKind.Operator) ? -1 : at;
            }
        }

        return -1;
    }
}
