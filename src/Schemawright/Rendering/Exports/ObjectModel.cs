using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Rendering.DataModelDocument;

namespace Schemawright.Rendering.Exports;

/// <summary>The tables as a program's types: every column a member, every foreign key a member on both sides.</summary>
internal sealed record ObjectModel(Seq<ObjectType> Types)
{
    /// <param name="member">How a member's name is written: PascalCase or camelCase.</param>
    /// <param name="typeNames">Names no type may have.</param>
    /// <param name="memberNames">Names no member may have.</param>
    public static ObjectModel Of(ModelTables model, Func<string, string, string> member, IEnumerable<string> typeNames, IReadOnlyCollection<string> memberNames)
    {
        var types = new MemberNames(typeNames);
        var named = model.Tables.Select(table => (Table: table, Name: types.Take(MemberNames.Pascal(table.Design?.Entity ?? table.Name, "Table"), MemberNames.Pascal(table.Name, "Table")))).ToList();
        var scopes = named.ToDictionary(type => type.Table.Name, type => new MemberNames([.. memberNames, type.Name]), StringComparer.Ordinal);
        var names = named.ToDictionary(type => type.Table.Name, type => type.Name, StringComparer.Ordinal);
        var columns = named.ToDictionary(type => type.Table.Name, type => type.Table.Columns.Select(column => new ObjectMember(column, scopes[type.Table.Name].Take(member(column.Name, "column")))).ToSeq(), StringComparer.Ordinal);
        var links = named.SelectMany(type => Links(type.Table, names, scopes, member)).ToList();
        return new(named.Select(type => new ObjectType(type.Table, type.Name, columns[type.Table.Name],
            links.Where(link => link.Child == type.Table.Name).ToSeq(), links.Where(link => link.Parent == type.Table.Name).ToSeq())).ToSeq());
    }

    public ObjectType this[string table] => Types.First(type => string.Equals(type.Table.Name, table, StringComparison.Ordinal));

    private static IEnumerable<ObjectLink> Links(TablePair child, Dictionary<string, string> names, Dictionary<string, MemberNames> scopes, Func<string, string, string> member)
    {
        var perParent = child.Table.ForeignKeys.ToLookup(key => key.Referenced.Name.Text, StringComparer.Ordinal);
        foreach (var key in child.Table.ForeignKeys.Where(key => names.ContainsKey(key.Referenced.Name.Text)))
        {
            var parent = key.Referenced.Name.Text;
            var role = child.DesignOf(key)?.Role ?? key.Columns[^1].Text;
            var isOne = ForeignKeyShape.IsUnique(child.Table, key);
            var up = scopes[child.Name].Take(member(role, "parent"), member($"{role}_{names[parent]}", "parent"));
            var children = isOne ? names[child.Name] : child.Name;
            var whole = member($"{children}_by_{role}", "children");
            var down = perParent[parent].Count() == 1 ? scopes[parent].Take(member(children, "children"), whole) : scopes[parent].Take(whole);
            yield return new(child.Name, parent, key, up, down, isOne, ForeignKeyShape.IsOptional(child.Table, key));
        }
    }
}

/// <param name="Parents">What this type refers to.</param>
/// <param name="Children">What refers to this type.</param>
internal sealed record ObjectType(TablePair Table, string Name, Seq<ObjectMember> Columns, Seq<ObjectLink> Parents, Seq<ObjectLink> Children)
{
    public string MemberOf(Identifier column) => Columns.First(member => member.Column.Column.Name == column).Name;

    public Seq<string> MembersOf(Seq<Identifier> columns) => columns.Select(MemberOf).ToSeq();
}

/// <summary>A column and its member's name.</summary>
internal sealed record ObjectMember(ColumnPair Column, string Name);

/// <param name="Child">The table that refers.</param>
/// <param name="Up">The child's member for its parent.</param>
/// <param name="Down">The parent's member for its children.</param>
/// <param name="IsOne">A parent has at most one child.</param>
/// <param name="IsOptional">A child may have no parent.</param>
internal sealed record ObjectLink(string Child, string Parent, PgForeignKey Key, string Up, string Down, bool IsOne, bool IsOptional);
