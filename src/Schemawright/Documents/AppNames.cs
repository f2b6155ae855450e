using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Finds the product's name: stated as such, else in the title of the requirements, else the folder's name.</summary>
internal static class AppNames
{
    private static readonly string[] Labels = ["app name", "application name", "product name", "project name"];

    /// <summary>What stands before the name in a sentence that tells it.</summary>
    private static readonly string[] Tellings =
    [
        .. from thing in (string[])["app", "application", "product", "project", "system", "platform"]
           from telling in (string[])[$"name of the {thing} is ", $"the {thing} is called ", $"the {thing} is named "]
           select telling,
    ];

    /// <summary>Words of titles that say what the document is.</summary>
    private static readonly string[] Generic =
        ["app", "application", "product", "project", "system", "document", "details", "detail", "overview", "information", "description", "summary", "idea", "concept", "about", "introduction", "brief", "readme"];

    /// <summary>Titles of more words describe.</summary>
    private const int LongestName = 4;

    private static readonly string[] TitlePrefixes =
    [
        "product requirements document", "product requirement document", "product requirements", "prd", "requirements specification",
        "software requirements specification", "requirements document", "requirements",
    ];

    public static (string Name, Origin Origin) Find(IReadOnlyList<ProductDocument> documents, string fallback)
    {
        var stated = documents.SelectMany(document => document.Statements).Select(Stated).FirstOrDefault(found => found is not null)
            ?? Tagged(documents)
            ?? documents.Where(document => document.Kind == DocumentKind.AppDetails).Select(FromDetails).FirstOrDefault(found => found is not null)
            ?? documents.Where(document => document.Kind == DocumentKind.ProductRequirements).Select(FromTitle).FirstOrDefault(found => found is not null);
        return stated ?? (fallback, Origin.Decided("D01-app-name-from-folder"));
    }

    /// <summary>"App Name: X" as a line or bullet.</summary>
    private static (string, Origin)? Stated(Statement statement)
    {
        foreach (var label in Labels)
        {
            if (statement.Text.StartsWith(label + ":", StringComparison.OrdinalIgnoreCase))
            {
                var name = statement.Text[(label.Length + 1)..].Trim();
                return name.Length is 0 or > 100 ? null : (name, Origin.At(statement.Span));
            }
        }

        return null;
    }

    /// <summary>The app-name part of a tagged file holds nothing but the name.</summary>
    private static (string, Origin)? Tagged(IReadOnlyList<ProductDocument> documents)
    {
        var part = documents.FirstOrDefault(document => document.Kind == DocumentKind.AppDetails && document.Statements.Count == 1 && !document.Blocks.OfType<HeadingBlock>().Any());
        return part is null || part.Statements[0].Text.Length > 100 ? null : (part.Statements[0].Text, Origin.At(part.Statements[0].Span));
    }

    /// <summary>The document about the application says what it is called in a sentence, or bears the name as its title.</summary>
    private static (string, Origin)? FromDetails(ProductDocument document)
    {
        var told = document.Statements.Select(Told).FirstOrDefault(found => found is not null);
        if (told is not null || document.Blocks.OfType<HeadingBlock>().FirstOrDefault() is not { } heading)
        {
            return told;
        }

        var title = WithoutOrnament(heading.Text);
        if (Labels.Contains(title, StringComparer.OrdinalIgnoreCase))
        {
            return document.Statements.FirstOrDefault() is { } first && first.Text.Split(' ').Length <= LongestName ? (first.Text, Origin.At(first.Span)) : null;
        }

        return title.Length == 0 || title.Split(' ') is { Length: > LongestName } || title.Split(' ', ':').Intersect(Generic, StringComparer.OrdinalIgnoreCase).Any() || title.Contains('_', StringComparison.Ordinal) || title.Contains('.', StringComparison.Ordinal)
            ? null
            : (title, Origin.At(heading.Span));
    }

    /// <summary>"The application is called X", "the name of the product is X".</summary>
    private static (string, Origin)? Told(Statement statement)
    {
        foreach (var telling in Tellings)
        {
            if (statement.Text.IndexOf(telling, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                var rest = statement.Text[(at + telling.Length)..];
                var end = rest.AsSpan().IndexOfAny(".,;:(");
                var name = rest[..(end < 0 ? rest.Length : end)].Trim('"', ' ', '*', '“', '”');
                return name.Length == 0 || !char.IsUpper(name[0]) || name.Split(' ').Length > LongestName ? null : (name, Origin.At(statement.Span));
            }
        }

        return null;
    }

    /// <summary>A title without the pictures around it.</summary>
    private static string WithoutOrnament(string title)
    {
        var start = title.TakeWhile(letter => !char.IsLetterOrDigit(letter)).Count();
        return title[start..].Trim();
    }

    private static (string, Origin)? FromTitle(ProductDocument document)
    {
        if (document.Blocks.OfType<HeadingBlock>().FirstOrDefault() is not { } heading)
        {
            return null;
        }

        var pieces = heading.Text.Split([':', '–', '—', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(piece => piece.Split(" - ", StringSplitOptions.TrimEntries))
            .Select(WithoutAbbreviation)
            .Where(piece => !TitlePrefixes.Contains(piece, StringComparer.OrdinalIgnoreCase))
            .ToList();
        return pieces.Count == 0 ? null : (pieces[0], Origin.At(heading.Span));
    }

    /// <summary>"Product Requirements Document (PRD)" without the bracketed letters.</summary>
    private static string WithoutAbbreviation(string piece)
    {
        var open = piece.EndsWith(')') ? piece.LastIndexOf('(') : -1;
        return open > 0 && piece[(open + 1)..^1].All(char.IsUpper) ? piece[..open].TrimEnd() : piece;
    }
}
