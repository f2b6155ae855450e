using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Domain;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>Decides the one fate of a statement from what leads back to it, else from what kind of statement it is.</summary>
internal static class StatementFate
{
    /// <summary>A statement of these classes speaks of data: when nothing came of it, the author is asked.</summary>
    public static bool NeedsAnAnswer(ClassifiedStatement statement) =>
        statement.Class is StatementClass.Rule or StatementClass.Fact or StatementClass.Access or StatementClass.Scale
        && statement.Elsewhere is null && statement.Statement.Text.Any(char.IsLetterOrDigit);

    /// <summary>A way of looking told in words: when it names something stored, an index may be wanted for it.</summary>
    public static bool IsQueryInWords(ClassifiedStatement statement) =>
        statement.Class == StatementClass.Query && statement.Statement.Form is StatementForm.ListItem or StatementForm.Sentence && !statement.Statement.Text.Contains('/', StringComparison.Ordinal);

    public static LedgerEntry Decide(ClassifiedStatement statement, IReadOnlyList<Consequence> caused)
    {
        var (fate, reason) = caused.Count == 0 ? ByClass(statement) : ByConsequence(statement.Class, caused);
        return new(statement.Statement.Span, statement.Statement.Text, NameOf(statement.Class), fate, reason, Elements(caused));
    }

    public static string NameOf(StatementClass @class) => @class.ToString().ToLowerInvariant();

    private static Seq<string> Elements(IEnumerable<Consequence> caused) => caused
        .Where(consequence => consequence.Element.Length > 0)
        .OrderByDescending(consequence => consequence.Strength)
        .Select(consequence => consequence.Element)
        .Distinct(StringComparer.Ordinal)
        .ToSeq();

    private static (Fate Fate, string Reason) ByConsequence(StatementClass @class, IReadOnlyList<Consequence> caused)
    {
        if (Of(caused, Strength.Enforced) is { Length: > 0 } enforced)
        {
            return (Fate.Enforced, FirstReason(enforced, "The database refuses what contradicts it."));
        }

        // A right that nobody was given is open, whatever role its sentence names.
        if (@class == StatementClass.Access && caused.FirstOrDefault(consequence => consequence.Strength == Strength.Asked && consequence.Element.StartsWith("no grant", StringComparison.Ordinal)) is not null)
        {
            return (Fate.Unclear, caused.Select(consequence => consequence.Reason).FirstOrDefault(reason => reason.StartsWith(HalfCarried.Partly, StringComparison.Ordinal)) ?? "Nothing says whose the rows are, so that nobody reaches them.");
        }

        // A rule somebody looked at and put aside is not done because its sentence also names a table.
        var modelled = Of(caused, Strength.Modelled);
        var disposed = Of(caused, Strength.Disposed);
        if (modelled.Length > 0 && (disposed.Length == 0 || @class != StatementClass.Rule))
        {
            return (Fate.Modelled, FirstReason(modelled, "It shapes the model."));
        }

        return disposed.Length > 0
            ? disposed.OrderBy(consequence => Rank(consequence.Disposal)).Select(consequence => (consequence.Disposal ?? Fate.Context, consequence.Reason)).First()
            : (Fate.Unclear, FirstReason(caused, "Nothing in the model answers to it."));
    }

    private static Consequence[] Of(IEnumerable<Consequence> caused, Strength strength) =>
        [.. caused.Where(consequence => consequence.Strength == strength)];

    private static string FirstReason(IEnumerable<Consequence> caused, string otherwise) =>
        caused.Select(consequence => consequence.Reason).FirstOrDefault(reason => reason.Length > 0) ?? otherwise;

    /// <summary>What is open is said before what is done elsewhere.</summary>
    private static int Rank(Fate? fate) => fate switch
    {
        Fate.Enforced => 0,
        Fate.Modelled => 1,
        Fate.Unclear => 2,
        Fate.AnsweredElsewhere => 3,
        _ => 4,
    };

    private static (Fate Fate, string Reason) ByClass(ClassifiedStatement statement) => statement.Class switch
    {
        _ when !statement.Statement.Text.Any(char.IsLetterOrDigit) => (Fate.Context, "A line of a drawing: it holds no words."),
        _ when statement.Elsewhere is { } duty => (Fate.AnsweredElsewhere, duty),
        StatementClass.Process => (Fate.AnsweredElsewhere, With("The application carries out the process; it leaves no state of its own in the model.", statement)),
        StatementClass.Interface => (Fate.AnsweredElsewhere, With("An interface or a screen: the application's part.", statement)),
        StatementClass.Query when statement.Statement.Form == StatementForm.CodeLine => (Fate.AnsweredElsewhere, With("A query as a program writes it: what the documents say in words of searches and lists plans the indexes.", statement)),
        StatementClass.Query => (Fate.AnsweredElsewhere, With("A way of reading that names nothing the model stores, so that no index follows.", statement)),
        StatementClass.Technology => (Fate.Context, With("Names a technology that holds no part of the data model.", statement)),
        StatementClass.Scope => (Fate.Context, With("Says what is out of scope or comes later.", statement)),
        StatementClass.Example => (Fate.Context, With("An example.", statement)),
        StatementClass.Prose => (Fate.Context, With("Prose that states no data.", statement)),
        _ => (Fate.Unclear, "Nothing in the model answers to it."),
    };

    private static string With(string meaning, ClassifiedStatement statement) =>
        statement.Reason.Length == 0 ? meaning : $"{meaning} Read as {NameOf(statement.Class)}: {statement.Reason.TrimEnd('.')}.";
}
