namespace Schemawright.Rendering.DataModelDocument;

/// <summary>One heading of the template and what stands below it, down to the next heading of the template.</summary>
internal interface IDocumentSection
{
    /// <summary>2 for ##, 3 for ###.</summary>
    int Level { get; }

    /// <summary>The heading's words, escaped where they hold words of the input.</summary>
    string Heading(DocumentSource source);

    void Write(DocumentSource source, MarkdownText text);
}

/// <summary>A heading that only groups the headings below it.</summary>
internal sealed class Group(string heading) : IDocumentSection
{
    public int Level => 2;

    public string Heading(DocumentSource source) => heading;

    public void Write(DocumentSource source, MarkdownText text)
    {
        // The headings below say it all.
    }
}
