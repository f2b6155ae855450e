using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Technology;

/// <summary>Reads the products a system is built with: "**Database**: PostgreSQL 16 on two hosts", "Redis for caching".</summary>
internal sealed class TechnologyReader : IFactReader
{
    private static readonly string[] Sections =
        ["technology", "technologies", "tech stack", "technology stack", "technology preferences", "stack", "infrastructure", "frontend", "backend", "architecture", "storage requirements", "database", "cache", "file storage", "technical architecture", "storage", "hosting"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            var inSection = line.HeadingsSay(2, Sections) || line.KeysSay(Sections) || IsLabelled(line);
            if (line.Form is OutlineForm.Program || line.IsLabelOnly || !(line.Form == OutlineForm.Bullet && inSection || Uses(line) || document.Kind == DocumentKind.TechnicalSpec && NamesStore(line)))
            {
                continue;
            }

            if (line.Label is { } none && TechnologyLabels.Category(none) is not null && line.Text.Opens("none", "no", "not", "n/a"))
            {
                facts.Classify(line.Span, StatementClass.Technology, $"says that no {none.ToLowerInvariant()} is used");
                continue;
            }

            foreach (var fact in line.Form == OutlineForm.Bullet && inSection ? OfLine(line) : OfSentence(line))
            {
                if (TechnologyDeclined.In(line.Whole, fact.Product))
                {
                    facts.Classify(line.Span, StatementClass.Scope, $"says that {fact.Product} is not used");
                    continue;
                }

                facts.Add(fact);
                facts.Classify(line.Span, StatementClass.Technology, $"names {fact.Product}");
            }
        }
    }

    /// <summary>"**Cache**: Redis" says what it is under any title; "**Cache**: five minutes" names no product.</summary>
    private static bool IsLabelled(OutlineLine line) =>
        line.Label is { } label && TechnologyLabels.Category(label) is not null && TechnologyProducts.Opening(line.Text) is not null;

    private static IEnumerable<TechnologyFact> OfLine(OutlineLine line)
    {
        var named = TechnologyProducts.In(line.Text).ToArray();
        if (line.Label is { } label && TechnologyLabels.Category(label) is { } category && (named.Length > 0 || !line.Text.Any(char.IsAsciiDigit)))
        {
            var first = named.Length > 0 && line.Text.StartsWith(named[0].Name, StringComparison.OrdinalIgnoreCase) ? named[0] : (Name: FirstName(line.Text), Category: category, End: -1);
            yield return Fact(line, first, category <= TechnologyCategory.Queue ? category : first.Category);
            foreach (var other in named.Where(product => product.Category != category && product.Category <= TechnologyCategory.Queue))
            {
                yield return Fact(line, other, other.Category);
            }
        }
        else if (line.Label is { } product && TechnologyProducts.Opening(product) is { } known)
        {
            yield return new TechnologyFact(known.Category, product, null, Purpose(line.Text), line.Span, line.Words);
        }
        else if (TechnologyProducts.Opening(line.Text) is not null)
        {
            foreach (var fact in OfSentence(line).Where((_, index) => index == 0 || IsOneMore(line.Text, named[index])))
            {
                yield return fact;
            }
        }
    }

    /// <summary>"PostgreSQL, Redis for sessions" are two; in "PostgreSQL for what Redis forgets" the second only explains.</summary>
    private static bool IsOneMore(string text, (string Name, TechnologyCategory Category, int End) product) =>
        text[..(product.End - product.Name.Length)].TrimEnd() is { Length: > 0 } before && (before[^1] is ',' or ';' or '+' or '/' or '&' || before.EndsWith(" and", StringComparison.OrdinalIgnoreCase));

    /// <summary>"We use Postgres, Redis for sessions", "The data lives in PostgreSQL 16".</summary>
    private static bool Uses(OutlineLine line) =>
        line.Topic is not HeadingTopic.Prose && line.Text.Says("we use", "uses", "use", "built with", "built on", "runs on", "run on", "powered by", "hosted on", "written in", "lives in", "live in", "stored in", "kept in", "based on", "deployed on", "database is", "backed by", "relies on")
        && !line.Text.Says("not", "instead", "considered", "migrate", "legacy", "customers use", "users use") && TechnologyProducts.In(line.Text).Any();

    /// <summary>"Everything runs on one server with PostgreSQL 16", "Redis keeps the price list for a minute": in a specification, whatever the words around it.</summary>
    private static bool NamesStore(OutlineLine line) =>
        line.Topic is HeadingTopic.None && line.Form is OutlineForm.Sentence or OutlineForm.Bullet && !line.Text.Says("not", "instead", "considered", "migrate", "migrated", "legacy", "old", "like", "such as", "similar", "unlike", "if", "could", "might")
        && TechnologyProducts.In(line.Text).Any(product => product.Category == TechnologyCategory.Database || product.Category < TechnologyCategory.Queue && Serving.Opens(line.Text[product.End..]));

    /// <summary>Each product with the words up to the next one.</summary>
    private static IEnumerable<TechnologyFact> OfSentence(OutlineLine line)
    {
        var named = TechnologyProducts.In(line.Text).ToArray();
        for (var index = 0; index < named.Length; index++)
        {
            var end = index + 1 < named.Length ? named[index + 1].End - named[index + 1].Name.Length : line.Text.Length;
            var after = line.Text[named[index].End..Math.Max(named[index].End, end)];
            yield return new TechnologyFact(named[index].Category, named[index].Name, Version(after), Purpose(after.TrimEnd(' ', ',', '.')), line.Span, line.Words);
        }
    }

    private static TechnologyFact Fact(OutlineLine line, (string Name, TechnologyCategory Category, int End) product, TechnologyCategory category)
    {
        var after = product.End < 0 ? line.Text[Math.Min(product.Name.Length, line.Text.Length)..] : line.Text[product.End..];
        return new TechnologyFact(category, product.Name, Version(after), Purpose(after), line.Span, line.Words);
    }

    /// <summary>"15+", "20 LTS" right after the product's name.</summary>
    private static string? Version(string after)
    {
        var words = after.TrimStart().Split(' ', 2)[0].TrimEnd(',', ')', ';', '.').TrimStart('v');
        return words.Length > 0 && char.IsAsciiDigit(words[0]) ? words : null;
    }

    private static string? Purpose(string after)
    {
        if (Serving.Object(after) is { } served)
        {
            return served;
        }

        var at = after.After("for");
        var purpose = at < 0 ? null : after[at..].Trim();
        var comma = purpose?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        return comma > 0 && TechnologyProducts.In(purpose![comma..]).Any() ? purpose[..comma] : purpose;
    }

    private static string FirstName(string text)
    {
        var end = text.Length;
        foreach (var stop in (ReadOnlySpan<string>)[" with ", " for ", " (", ", ", " integration", " via ", ";", " using "])
        {
            end = text.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        return text[..end].Trim().TrimEnd('.');
    }
}
