using Schemawright.Collections;
using Schemawright.Diagnostics;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Asks about things that sentences make likely but do not state: lists in forms that are often something else, links that no sentence names.</summary>
internal static class AskAboutThings
{
    /// <summary>The forms of words that name a thing and its attributes rightly in less than eight of ten texts.</summary>
    private static readonly Manner[] Doubtful = [Manner.Identified, Manner.Brackets, Manner.Label, Manner.Possessive, Manner.OfEach];

    public static void Run(Things things, Findings findings)
    {
        foreach (var thing in things.All)
        {
            if (thing.IsLink)
            {
                AskAboutLink(thing, findings);
            }
            else if (thing.Weighed || thing.Manners.Count > 0 && thing.Manners.All(manner => Doubtful.Contains(manner)))
            {
                AskAboutList(thing, findings);
            }
        }
    }

    private static void AskAboutLink(Thing link, Findings findings)
    {
        var ends = string.Join(" and ", link.Ties.Select(tie => tie.Parent.Name).Distinct(StringComparer.Ordinal));
        findings.Ask(new(
            ClarificationId.From("unnamed link", link.Key), ClarificationReason.Assumption, $"What is the record called that links {ends}?",
            [$"{link.Name}", "another name, or more than one kind of record"], $"It is kept as {link.Name}.", [link.First.Span], [link.Name], 2, 2));
    }

    private static void AskAboutList(Thing thing, Findings findings)
    {
        var names = string.Join(", ", thing.Properties.Take(6).Select(property => property.Name));
        findings.Ask(new(
            ClarificationId.From("listed", thing.Key), ClarificationReason.Assumption, $"Is {thing.Name} a record of its own, with {(names.Length == 0 ? "what the text lists" : names)}?",
            ["yes", "no, the list describes something else"], $"{thing.Name} is kept with what the text lists.", [thing.First.Span], [thing.Name], 2, 2));
    }
}
