using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads where a document gives one thing two names: in headings, sentences, bullets and the rows of glossaries.</summary>
internal sealed class SynonymReader : IFactReader
{
    private static readonly string[] AliasHeaders = ["synonym", "synonyms", "alias", "aliases", "aka", "also called", "also known as", "other names", "other name", "alternative names"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var heading in document.Blocks.OfType<HeadingBlock>().Where(heading => !IsSilent([.. heading.Headings, heading.Text])))
        {
            Add(SynonymPhrases.In(heading.Text), heading.Span, heading.Text, facts);
        }

        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && !IsSilent(statement.Headings)))
        {
            Add(SynonymPhrases.In(statement.Text), statement.Span, statement.Text, facts);
        }

        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => table.Header.Count > 1 && !HeadingTopics.StatesNoData(table)))
        {
            ReadTable(table, facts);
        }
    }

    private static bool IsSilent(Seq<string> path) => HeadingTopics.StatesNoData(HeadingTopics.Of(path));

    /// <summary>A column of other names, or a cell that says in words what else its row is called.</summary>
    private static void ReadTable(TableBlock table, FactCollector facts)
    {
        var column = TableColumns.Find(table, AliasHeaders);
        foreach (var row in table.Rows.Where(row => row.Cells.Count > 1))
        {
            var name = EntityNames.Undecorated(TableColumns.Cell(row, 0));
            var listed = column > 0 ? ItemLists.Split(TableColumns.Cell(row, column)).Where(EntityNames.IsName) : [];
            var said = row.Cells.Skip(1).SelectMany(cell => SynonymPhrases.Opening(cell.Text));
            Add(listed.Concat(said).Where(_ => EntityNames.IsName(name)).Select(alias => (name, alias, true)), row.Span, TableColumns.Words(row), facts);
        }
    }

    private static void Add(IEnumerable<(string Name, string Alias, bool Stated)> pairs, SourceSpan place, string words, FactCollector facts)
    {
        foreach (var (name, alias, stated) in pairs)
        {
            facts.Add(new SynonymFact(name, alias, stated, place, words));
        }
    }
}
