using Schemawright.Diagnostics;

namespace Schemawright.Documents;

/// <summary>Finds the product's name: stated as such, else in the title of the requirements, else the folder's name.</summary>
internal static class AppNames
{
    private static readonly string[] Labels = ["app name", "application name", "product name", "project name"];

    private static readonly string[] TitlePrefixes =
    [
        "product requirements document", "product requirement document", "product requirements", "prd", "requirements specification",
        "software requirements specification", "requirements document", "requirements",
    ];

    public static (string Name, Origin Origin) Find(IReadOnlyList<ProductDocument> documents, string fallback)
    {
        var stated = documents.SelectMany(document => document.Statements).Select(Stated).FirstOrDefault(found => found is not null)
            ?? Tagged(documents)
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
        var part = documents.FirstOrDefault(document => document.Kind == DocumentKind.AppDetails && document.Statements.Count == 1);
        return part is null || part.Statements[0].Text.Length > 100 ? null : (part.Statements[0].Text, Origin.At(part.Statements[0].Span));
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
