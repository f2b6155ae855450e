using Schemawright.Collections;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>The index for a stated way of finding rows: tenant, equality, then the range or the order.</summary>
internal static class AccessPathIndexes
{
    public static IEnumerable<WantedIndex> For(DataDesign design, TableDesign table, AccessPath path)
    {
        if (path.Search.Count > 0)
        {
            return Searches(design, table, path);
        }

        var equality = path.Equality.Select(name => Comparable(table, name)).OfType<string>().ToList();
        var last = Comparable(table, path.Range) ?? Comparable(table, path.OrderBy);
        if (equality.Count == 0 && last is null)
        {
            return [];
        }

        var tenant = table.Scope == TenantScope.Scoped ? design.Tenancy.TenantColumn : null;
        var columns = WantedIndex.Plain([.. tenant is null ? [] : new[] { tenant }, .. equality]).ToList();
        if (last is not null && !columns.Exists(column => column.Name == last))
        {
            columns.Add(new(last, path.Descending && path.Range is null));
        }

        var where = Narrowing(design, table, path);
        if (equality.Count == 0 && where is null && path.Range is not null && AppendedTimes.Orders(table, last!))
        {
            return [new(IndexMethod.Brin, [new(last!)], null, [last!, "span"], Purpose(path, equality, last), $"The documents say: {path.Words} Rows are only ever added, so they lie in the order of {last}: summaries of page ranges find a stretch of it, in a thousandth of a B-tree's bytes.", path.Origin)];
        }

        var settled = columns.Where(column => column.Name == tenant || !IsSettled(column.Name, where)).ToList();
        var equal = settled.Count(column => column.Name == tenant || equality.Contains(column.Name, StringComparer.Ordinal));
        if (settled.TrueForAll(column => column.Name == tenant))
        {
            settled.Add(new("created_at"));
        }

        var label = settled.Select(column => column.Name).Where(name => name != tenant).Concat(settled.Count < columns.Count ? ValuesIn(where!) : []).ToSeq();
        return [new(IndexMethod.Btree, settled.ToSeq(), where, label, Purpose(path, equality, last), $"The documents say: {path.Words}", path.Origin) { Equal = equal, Shown = CoveredLists.Of(design, table, path, settled.Select(column => column.Name), where) }];
    }

    /// <summary>The part of the stated condition that one row decides; what depends on the day cannot stand in an index.</summary>
    private static Expr? Narrowing(DataDesign design, TableDesign table, AccessPath path)
    {
        return DesignEdits.AllOf([.. DesignEdits.TermsOf(path.Where).Where(term => term.IsSameRow()).Select(term => RuleColumns.Carry(design, table, term).Expr), ServesReference(table, path) ? null : SoftDeletion.LiveRowsOf(table, path)]);
    }

    /// <summary>An index that begins with a reference serves that as well, and a parent that is removed looks for deleted children too.</summary>
    private static bool ServesReference(TableDesign table, AccessPath path) =>
        path.Where is null && path.Equality.Count > 0 && table.ForeignKeys.Any(key => key.Column == RuleColumns.ColumnOf(table, path.Equality[0]));

    /// <summary>The partial index holds one value of the column only, so the column need not stand in it.</summary>
    private static bool IsSettled(string column, Expr? where) =>
        where is not null && DesignEdits.TermsOf(where).Any(term => term is Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } left, Right: Literal } && left.Attribute == column);

    private static IEnumerable<string> ValuesIn(Expr where) =>
        DesignEdits.TermsOf(where).OfType<Compare>().Select(term => term.Right).OfType<Literal>().Where(value => value.Kind == LiteralKind.Text && value.Text.All(char.IsAsciiLetterOrDigit)).Select(value => value.Text.ToLowerInvariant()).Take(1);

    /// <summary>Short texts are looked through for any part of them; long ones, and where the documents speak of full text, for their words.</summary>
    private static IEnumerable<WantedIndex> Searches(DataDesign design, TableDesign table, AccessPath path)
    {
        var texts = path.Search.Select(name => table.Find(ObjectNames.Shortened(name))).OfType<ColumnDesign>().Where(IsText).Distinct().ToList();
        var reason = $"The documents say: {path.Words}";
        var live = SoftDeletion.LiveRowsOf(table);
        return texts.Exists(column => column.Type.Kind == DataKind.LongText) || texts.Count > 0 && (SpeaksOfFullText(path.Words) || design.Domain.Technologies.Any(IsFullText))
            ? [new(IndexMethod.FullText, texts.Select(column => new IndexColumn(column.Name)).ToSeq(), live, ["words", "search"], $"search for words in {string.Join(", ", texts.Select(column => column.Name))}", reason, path.Origin)]
            : texts.Select(column => new WantedIndex(IndexMethod.Trigram, [new(column.Name)], live, [column.Name, "search"], $"search in {column.Name}", reason, path.Origin));
    }

    /// <summary>One column keeps the words of a table, so what several searches look through is joined.</summary>
    public static List<WantedIndex> Joined(List<WantedIndex> wanted)
    {
        var words = wanted.Where(index => index.Method == IndexMethod.FullText).ToList();
        if (words.Count < 2)
        {
            return wanted;
        }

        var columns = words.SelectMany(index => index.Columns).Distinct().ToSeq();
        var one = words[0] with { Columns = columns, Purpose = $"search for words in {string.Join(", ", columns.Select(column => column.Name))}", Origin = words.Select(index => index.Origin).Aggregate((first, second) => first.And(second)) };
        return [.. wanted.Where(index => index.Method != IndexMethod.FullText), one];
    }

    /// <summary>"Search: PostgreSQL" among the technologies means its full-text search; who wants parts of words names trigrams.</summary>
    private static bool IsFullText(Technology technology) => technology.Role == TechnologyRole.Search
        && (technology.Product.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) || technology.Product.Equals("tsvector", StringComparison.OrdinalIgnoreCase) || SpeaksOfFullText($"{technology.Purpose}"));

    private static bool SpeaksOfFullText(string words) =>
        words.Contains("full-text", StringComparison.OrdinalIgnoreCase) || words.Contains("full text", StringComparison.OrdinalIgnoreCase) || words.Contains("fulltext", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(ColumnDesign column) => column.Role == ColumnRole.Attribute && column.Type is { IsArray: false, Kind: DataKind.ShortText or DataKind.LongText or DataKind.Email or DataKind.Url or DataKind.Phone };

    /// <summary>The column that equality or order on the attribute can use; null for ciphertext, arrays and structures.</summary>
    private static string? Comparable(TableDesign table, string? name)
    {
        var column = name is null ? null : RuleColumns.ColumnOf(table, name);
        var known = column is null ? null : table.Find(column);
        return known switch
        {
            null => null,
            { Role: ColumnRole.Ciphertext } => table.Find(RuleColumns.BlindIndexOf(ObjectNames.Shortened(name!)))?.Name,
            { Type: { IsArray: true } or { Kind: DataKind.Json or DataKind.Coordinates or DataKind.LongText } } => null,
            _ => known.Name,
        };
    }

    private static string Purpose(AccessPath path, List<string> equality, string? last) =>
        $"{path.Kind.ToString().ToLowerInvariant()}{(equality.Count > 0 ? " by " + string.Join(", ", equality) : "")}{(last is null ? "" : path.Range is null ? $", sorted by {last}" : $", range of {last}")}";
}
