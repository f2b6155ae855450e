using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>
/// Finds rules and rights of which what enforces them keeps only a part: a figure that stands in no constraint, a prohibition of which
/// only a reference came, a limit beside a plain grant. They are asked about and not called enforced.
/// </summary>
internal sealed class HalfCarried(FactBase facts, DomainModel domain, StatementIndex places)
{
    /// <summary>How the reason of a statement begins of which a part is lost.</summary>
    public const string Partly = "Only a part of it is kept";

    /// <summary>What a reference, a required column or a grant cannot hold.</summary>
    private static readonly string[] Limiting =
    [
        "only", "not", "never", "cannot", "can't", "mustn't", "nobody", "neither", "until", "unless", "while", "before", "after", "without", "read-only", "fewer", "less", "exceed", "exceeds", "above", "below", "over", "under", "twice", "gaps",
        "consecutive", "consecutively", "counting", "long",
    ];

    private static readonly string[] Excepting = ["except", "exception", "exceptions", "excluding", "apart"];

    private static readonly string[] Bounding = ["most", "least", "more", "than", "up", "maximum", "minimum", "max", "min"];

    /// <summary>Elements that shape rows without comparing anything.</summary>
    private static readonly string[] Shaping = ["not null ", "NOT NULL ", "foreign key ", "value list ", "length ", "primary key "];

    /// <summary>A job or a step of a life cycle does what the sentence says; its figure is compared all the same.</summary>
    private static readonly string[] Doing = ["timeout job ", "retention job ", "transitions ", "states of ", "deletion of children "];

    private static readonly string[] Numbering = ["error", "status", "http", "code", "return", "returns", "section", "article", "chapter", "rule", "rules", "phase", "version", "art", "§", "iso", "step", "level"];

    private readonly CarriedFigures _figures = new(domain);
    private readonly Dictionary<int, List<string>> _rules = Texts(facts.Rules.Select(fact => (fact.Source, fact.Text)), places);
    private readonly Dictionary<int, List<string>> _rights = Texts(facts.Access.Select(fact => (fact.Source, fact.Words)), places);

    /// <summary>Deeds of rows of a matrix that touch data in no known way: no right was given for them.</summary>
    private readonly Dictionary<int, List<string>> _others = Texts(facts.Access.Where(fact => fact is { Verb: AccessVerb.Other, Allowed: true }).Select(fact => (fact.Source, fact.Resource)), places);

    /// <summary>What of the statement nothing keeps, in words; null when nothing of the kind is seen.</summary>
    public string? Missing(int index, ClassifiedStatement statement, IReadOnlyList<Consequence> caused)
    {
        var enforcing = caused.Where(consequence => consequence.Strength == Strength.Enforced).ToList();
        if (enforcing.Count == 0 || statement.Class is not (StatementClass.Rule or StatementClass.Access))
        {
            return null;
        }

        if (statement is { Class: StatementClass.Access, Statement.Form: Documents.StatementForm.TableRow } && enforcing.TrueForAll(IsGrant) && _others.GetValueOrDefault(index) is [var deed, ..])
        {
            return deed;
        }

        var texts = _rules.GetValueOrDefault(index) ?? _rights.GetValueOrDefault(index) ?? [];
        var grantsOnly = enforcing.TrueForAll(IsGrant);
        var carried = caused.SelectMany(consequence => _figures.At(consequence.Source).Concat(CarriedFigures.Written(consequence.Element))).ToHashSet();
        var shapesOnly = enforcing.TrueForAll(IsShape) && !caused.Any(consequence => Is(consequence, Doing));
        return texts.Distinct(StringComparer.Ordinal).Select(Lexer.Read).Select(tokens =>
            LostFigure(tokens, carried)
            ?? (shapesOnly && !IsHeldByReference(tokens, enforcing) || grantsOnly && statement.Class == StatementClass.Rule ? LostLimit(tokens, grantsOnly) : null)
            ?? (enforcing.TrueForAll(consequence => IsShape(consequence) || Is(consequence, "tenancy ")) ? tokens.FirstOrDefault(token => token.IsAny(Excepting))?.Text : null)).FirstOrDefault(lost => lost is not null);
    }

    /// <summary>What others refer to cannot be deleted: the reference itself refuses it.</summary>
    private static bool IsHeldByReference(Seq<Token> tokens, List<Consequence> enforcing) =>
        tokens.Any(token => token.IsAny("deleted", "delete", "removed", "remove")) && enforcing.Exists(consequence => Is(consequence, "foreign key "));

    private static bool Is(Consequence consequence, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (consequence.Element.StartsWith(kind, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static Clarification Question(Documents.Statement statement, string lost, IReadOnlyList<Consequence> caused) => new(
        ClarificationId.From("half kept", statement.Text),
        ClarificationReason.Unclear,
        $"What must the database hold of “{lost}” in \"{statement.Text}\"?",
        ["nothing more: the application sees to the rest", "the rule that the answer states as a sentence of its own"],
        $"Only {string.Join(", ", caused.Where(consequence => consequence.Strength == Strength.Enforced).Select(consequence => consequence.Element).Distinct(StringComparer.Ordinal).Take(2))} came of it.",
        [statement.Span],
        [],
        2,
        3);

    private static bool IsShape(Consequence consequence) => Is(consequence, Shaping);

    private static bool IsGrant(Consequence consequence) => Is(consequence, "grant ", "no grant ");

    /// <summary>A figure above one that nothing holds: zero and one are said by "positive", "exactly one" and "unique", too.</summary>
    private static string? LostFigure(Seq<Token> tokens, HashSet<decimal> carried) =>
        Enumerable.Range(0, tokens.Count).Where(at => IsFigure(tokens, at) && !CarriedFigures.Holds(carried, tokens[at].Value)).Select(at => tokens[at].Text).FirstOrDefault();

    /// <summary>A figure that demands something: no code of a rule, no part of a word, no digits of an example, no places to round to.</summary>
    private static bool IsFigure(Seq<Token> tokens, int at) =>
        tokens[at] is { Kind: TokenKind.Number, Value: > 1 } figure
        && !IsGlued(tokens, at) && !(at > 0 && tokens[at - 1].IsAny(Numbering)) && !(at == 0 && tokens.Count > 1 && tokens[1].IsAny(".", ")", "|", ":"))
        && !tokens.Take(at).Any(token => token.IsAny("e.g", "example", "round", "rounded")) && !Enumerable.Range(0, Math.Max(0, at - 1)).Any(before => tokens[before].Is("such") && tokens[before + 1].Is("as"));

    private static bool IsGlued(Seq<Token> tokens, int at) =>
        at > 0 && tokens[at - 1] is { Kind: not TokenKind.Mark } before && before.Start + before.Text.Length == tokens[at].Start && !(before.Kind == TokenKind.Operator && at > 1 && tokens[at - 2].Kind == TokenKind.Number)
        || at + 1 < tokens.Count && tokens[at + 1] is { Kind: TokenKind.Word, Text.Length: > 2 } after && after.Start == tokens[at].Start + tokens[at].Text.Length
        || Enumerable.Range(0, at).All(before => tokens[before].Start + tokens[before].Text.Length == tokens[before + 1].Start) && at > 0;

    private static string? LostLimit(Seq<Token> tokens, bool grants) =>
        Enumerable.Range(0, tokens.Count).Where(at => !(grants && tokens[at].IsAny("only", "not", "never", "cannot", "can't", "nobody")))
            .Where(at => tokens[at].IsAny(Limiting) || tokens[at].IsAny(Bounding) && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number)
            .Select(at => tokens[at].Text).FirstOrDefault();

    private static Dictionary<int, List<string>> Texts(IEnumerable<(SourceSpan Source, string Text)> said, StatementIndex places)
    {
        var texts = new Dictionary<int, List<string>>();
        foreach (var (source, text) in said)
        {
            foreach (var index in places.Touched(source))
            {
                if (!texts.TryGetValue(index, out var known))
                {
                    texts.Add(index, known = []);
                }

                known.Add(text);
            }
        }

        return texts;
    }
}
