using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Domain.Rules;

/// <summary>What becomes of a line no pattern understands: read elsewhere in the model, outside a database, prose, or unclear.</summary>
internal sealed class Leftovers(FactBase facts, DomainModel domain)
{
    private static readonly string[] Demanding =
        ["must", "shall", "cannot", "can't", "required", "requires", "require", "only", "never", "not", "unique", "mandatory", "maximum", "minimum", "limit", "least", "most", "no", "always", "may", "exceed", "should", "limited", "between", "matches", "exactly", "append-only", "immutable"];

    /// <summary>Words of a prohibition or a comparison: that something is related to something does not carry them.</summary>
    private static readonly string[] Forbidding = ["not", "never", "cannot", "can't", "mustn't", "exceed", "exceeds", "sum"];

    private readonly KnownElsewhere _elsewhere = new(facts, domain.Skews);

    public Reading Read(RuleLine line)
    {
        if (_elsewhere.Of(line.Fact, forbids: line.Whole.Any(token => token.IsAny(Forbidding))) is { } reason)
        {
            return Reading.Modelled(reason) with { Presumed = true };
        }

        if (Examples(line) is { } example)
        {
            return example;
        }

        if (!Freezes(line) && Outside.Read(line) is { } outside && !(outside.Fate == Fate.AnsweredElsewhere && (IsPlainDemand(line) || IsOfData(line) || DemandsOfRows.Is(line))))
        {
            return outside;
        }

        return IsStated(line) || IsCompared(line) || Refuses(line) || IsSaidOfRows(line) || Freezes(line) || Demands(line) || DemandsOfRows.IsNumbered(line) || line.Whole.Any(token => token.IsAny(Demanding) || token.Unit == "money" || token.Kind == TokenKind.Operator && !token.IsAny("->", "-"))
            ? Reading.Unclear(Why(line))
            : Reading.Context(line.Subject is { } subject ? $"describes {subject.Name} without a condition that stored data could break" : "describes the product without a condition that stored data could break");
    }

    /// <summary>"Sent bills cannot be changed": what may not be done with rows is a matter of the database, whatever the state is called.</summary>
    private static bool Freezes(RuleLine line) =>
        line.Label.Count == 0 && line.Tokens.Any(token => token.IsAny("cannot", "can't", "not", "never", "no")) && line.Tokens.Any(token => token.IsAny("changed", "edited", "modified", "altered", "deleted", "removed", "reopened", "overwritten")) && line.Tokens.Count <= 12 && !line.Tokens.Any(token => token.IsAny("password", "session", "file", "files", "folder"))
        || line.Tokens.Count is > 2 and <= 6 && line.Tokens[^1].IsAny("read-only") && line.Tokens[^2].IsAny("is", "are", "becomes", "become", "stays", "stay");

    /// <summary>A plain sentence that forbids or bounds an attribute of its own subject is a rule, whatever else its words may mean.</summary>
    private static bool IsPlainDemand(RuleLine line) =>
        line.Label.Count == 0 && line.Fact is { Document: Documents.DocumentKind.BusinessRules, Keys.Count: 0 } && (line.Speech.Within(line.Tokens, 0, line.Tokens.Count) is { IsOwn: true } || line.Subject is null && StartsWithName(line))
        && line.Tokens.Any(word => word.IsAny("must", "cannot", "can't", "exceed", "exceeds", "least", "most", "between", "never", "only", "without", "no", "unique") || word.Kind is TokenKind.Operator && !word.IsAny("-", "->") && !line.Tokens.Any(opener => opener.IsAny("if", "when"))) && !line.Tokens.Any(word => word.IsAny("notify", "send", "sent", "show", "display"));

    /// <summary>A business rule that demands something of a stored attribute, in no words of telling or showing, is asked about, whatever else its words may mean.</summary>
    private static bool IsOfData(RuleLine line) =>
        (line.Fact is { Document: Documents.DocumentKind.BusinessRules, Keys.Count: 0 } ? NamesField(line) : line.Whole.Any(word => word.Kind == TokenKind.Word && word.Text.Contains('_', StringComparison.Ordinal)) && line.Speech.Within(line.Whole, 0, line.Whole.Count) is not null) && !line.Tokens.Any(word => word.IsAny(Telling))
        && line.Tokens.Any(word => word.IsAny("must", "cannot", "can't", "exceed", "exceeds", "least", "most", "never", "only", "without", "unique", "equal", "equals", "more", "less", "exactly", "filled", "approve", "approves") || word.Kind is TokenKind.Operator && !word.IsAny("-", "->"));

    private static bool NamesField(RuleLine line) =>
        Enumerable.Range(0, line.Tokens.Count).Any(at => line.Speech.At(line.Tokens, at) is { Column.IsForeignKey: false } || line.Vocabulary.OwnersAt(line.Tokens, at) is [_]);

    private static readonly string[] Telling = ["notify", "notifies", "notified", "send", "sends", "sent", "show", "shows", "shown", "display", "displayed", "warn", "warning", "remind", "reminder", "alert", "e-mailed", "emailed", "informed", "flag", "usual", "usually", "log", "logged", "report", "reported", "calculated", "computed", "screen", "page", "password", "session"];

    private static readonly string[] Limiting = ["once", "twice", "nobody", "none", "need", "needs", "per", "both", "himself", "themselves", "herself", "itself", "until", "same", "within", "exactly"];

    /// <summary>A business rule that says of the model's things how often, by whom or until when: it bounds something, also without a modal word.</summary>
    private static bool IsSaidOfRows(RuleLine line) =>
        line.Label.Count == 0 && line.Fact is { Document: Documents.DocumentKind.BusinessRules, Keys.Count: 0, Form: FactForm.List } && line.Tokens.Count > 2 && !line.Tokens.Any(word => word.IsAny(Telling))
        && (line.Tokens.Any(word => word.IsAny(Limiting)) || line.Tokens.Count(word => word.Kind == TokenKind.Number) > 1) && line.Vocabulary.EntitiesIn(line.Tokens).Any();

    /// <summary>It begins with a name that attributes of several entities have, so that none is the subject.</summary>
    private static bool StartsWithName(RuleLine line)
    {
        var start = Speech.SkipDeterminers(line.Tokens, 0);
        return start < line.Tokens.Count && line.Vocabulary.All.Any(terms => new Speech(line.Vocabulary, terms).At(line.Tokens, start) is { IsOwn: true, Column.IsForeignKey: false });
    }

    /// <summary>A bullet among business rules that speaks of the model's things and their values states something, also without a modal word.</summary>
    private static bool IsStated(RuleLine line) =>
        line.Label.Count == 0 && line.Fact is { Document: Documents.DocumentKind.BusinessRules, Keys.Count: 0 } && line.Tokens.Count > 3 && (line.Fact.Form == FactForm.List || line.Fact.Code is not null)
        && line.Speech.Within(line.Tokens, 0, line.Tokens.Count) is { Column.IsForeignKey: false };

    /// <summary>A rule that its author numbered or listed among business rules, and that speaks of the model's things with a verb that holds of them, is asked about.</summary>
    private static bool Demands(RuleLine line) =>
        line.Label.Count == 0 && line.Fact is { Keys.Count: 0 } && (line.Fact.Code is not null || line.Fact is { Document: Documents.DocumentKind.BusinessRules, Form: FactForm.List }) && line.Tokens.Count > 3 && !line.Tokens.Any(word => word.IsAny(Telling) || word.IsAny("can", "may", "could"))
        && line.Vocabulary.EntitiesIn(line.Tokens).Any() && line.Tokens.Any(word => word.IsAny("is", "are", "has", "have", "needs", "need", "add", "adds", "records", "record", "deleted", "charged", "consecutive", "calculated", "after", "before", "together", "hidden"));

    /// <summary>Lists of kinds, error texts and permissions demand nothing of a row.</summary>
    private static Reading? Examples(RuleLine line)
    {
        var key = line.Fact.Keys.Count > 0 ? line.Fact.Keys[^1] : "";
        var words = Facts.Language.Naming.Words(key);
        if (words.Count > 0 && words[^1] is "types" or "kinds" or "examples" or "messages")
        {
            return Reading.Context($"an entry of the list “{key}”; it demands nothing of a row");
        }

        if (words.Count > 0 && words[^1] is "scenario" or "example" or "checklist" or "tests" || line.Fact.Headings.Count > 0 && Facts.Language.Naming.Words(line.Fact.Headings[^1]) is [.., "examples" or "checklist" or "example"])
        {
            return Reading.Context("an example or a test of the rules, not a rule of its own");
        }

        if (line.Tokens.Count > 4 && line.Tokens[0].IsAny("given", "when") && line.Has("then") && !Refuses(line))
        {
            return Reading.Elsewhere("a scenario of what the application does; it names no state of the stored data");
        }

        if (Offers(line.Tokens))
        {
            return Reading.Elsewhere("a function that the application offers; it refuses nothing");
        }

        return line.Tokens.Count > 0 && line.Tokens[0].IsAny("allow", "allows", "may") && !line.Has("only", "not")
            ? Reading.Context("it permits something, so there is nothing to refuse")
            : null;
    }

    /// <summary>A scenario or a row of a table whose outcome is that something known is refused demands a state of the data.</summary>
    private static bool Refuses(RuleLine line) =>
        line.Fact.Document == Documents.DocumentKind.BusinessRules && line.Has("then") && line.Tokens.Skip(Phrase.IndexOf(line.Tokens, 0, "then")).Any(word => word.IsAny("refuse", "refuses", "refused", "reject", "rejects", "rejected", "denied", "deny"))
        && line.Vocabulary.EntitiesIn(line.Tokens).Append(line.Subject).OfType<EntityTerms>().Any();

    /// <summary>A business rule that sets one of the model's attributes against a figure, a length or another attribute.</summary>
    private static bool IsCompared(RuleLine line) =>
        line.Fact.Document == Documents.DocumentKind.BusinessRules && line.Subject is not null && line.Tokens.Count is > 3 and < 40
        && (Enumerable.Range(0, line.Tokens.Count).Any(at => line.Tokens[at].Kind != TokenKind.Operator && Clauses.Relation.At(line.Tokens, at) is not null) && (line.Tokens.Any(word => word.Kind == TokenKind.Number) || line.Speech.Within(line.Tokens, 0, line.Tokens.Count) is { Column.IsForeignKey: false })
            || line.Tokens.Any(word => word.IsAny("earliest", "latest", "advance", "ahead", "starts", "consists", "followed", "between", "never")) && line.Vocabulary.EntitiesIn(line.Tokens).Any());

    /// <summary>"The system shall allow …", "users must be able to …".</summary>
    private static bool Offers(IReadOnlyList<Token> words)
    {
        var modal = Phrase.IndexOf(words, 0, "shall", "must", "should", "can", "will");
        return modal > 0 && modal < 6 && modal + 1 < words.Count && (words[modal + 1].IsAny("allow", "enable", "support", "offer", "provide", "let") || Phrase.At(words, modal + 1, "be", "able"));
    }

    /// <summary>What is missing to understand the line.</summary>
    private static string Why(RuleLine line) =>
        line.Subject is null ? "no entity of the model is recognised as its subject"
        : line.Speech.Within(line.Whole, 0, line.Whole.Count) is { } operand ? $"it names {operand.Column.Entity}.{operand.Column.Name}, but what is demanded of it is not said in a known form"
        : $"it names no attribute of {line.Subject.Name} or of anything it refers to";
}
