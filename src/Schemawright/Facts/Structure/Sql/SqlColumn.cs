using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>Reads a column's definition: name, type, and the constraints written with it.</summary>
internal sealed class SqlColumn
{
    private static readonly string[] AfterType =
        ["not", "null", "unique", "primary", "default", "check", "references", "constraint", "generated", "collate", "auto_increment", "autoincrement", "on", "comment", "identity", "as", "key", "storage", "compression"];

    private readonly SqlTable _table;
    private readonly SqlCursor _cursor;
    private AttributeFact _fact;

    private SqlColumn(SqlTable table, List<SqlToken> tokens)
    {
        _table = table;
        _cursor = new(tokens) { Position = 1 };
        _fact = table.Writer.Blank(table.Name, tokens[0].Value, table.Place(tokens), table.Words(tokens));
    }

    /// <param name="tokens">The definition, its first token the column's name.</param>
    /// <param name="enumerations">The values of CREATE TYPE … AS ENUM by the type's name.</param>
    public static AttributeFact? Read(SqlTable table, List<SqlToken> tokens, IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        if (!tokens[0].IsName || tokens.Count < 2)
        {
            return null;
        }

        var column = new SqlColumn(table, tokens);
        column.ReadType(enumerations);
        while (!column._cursor.AtEnd)
        {
            column.ReadConstraint();
        }

        return column._fact;
    }

    private void ReadType(IReadOnlyDictionary<string, Seq<string>> enumerations)
    {
        var tokens = new List<SqlToken>();
        for (var depth = 0; !_cursor.AtEnd; )
        {
            if (depth == 0 && System.Array.Exists(AfterType, word => _cursor.Current.Is(word)))
            {
                break;
            }

            depth += _cursor.Current.Is("(") ? 1 : _cursor.Current.Is(")") ? -1 : 0;
            tokens.Add(_cursor.Take());
        }

        var text = SqlCursor.Text(tokens);
        if (text.Length == 0)
        {
            return;
        }

        _fact = _fact with { TypeText = text, Type = SqlTypes.Read(text, _fact.Name, enumerations) };
        if (SqlTypes.LeavesZoneOpen(text))
        {
            Mark("timezone-unstated");
        }
    }

    private void ReadConstraint()
    {
        if (_cursor.Accept("not", "null"))
        {
            _fact = _fact with { Required = true };
        }
        else if (_cursor.Accept("null"))
        {
            _fact = _fact with { Required = false };
        }
        else if (_cursor.Accept("primary", "key"))
        {
            _fact = _fact with { PrimaryKey = true, Required = true };
        }
        else if (_cursor.Accept("unique"))
        {
            _fact = _fact with { Unique = true };
        }
        else if (_cursor.Accept("auto_increment") || _cursor.Accept("autoincrement") || _cursor.Accept("identity"))
        {
            _cursor.Brackets();
            _fact = _fact with { Type = DataType.Of(DataKind.Identity) };
        }
        else if (_cursor.Accept("comment"))
        {
            _fact = _cursor.Current.Kind == SqlTokenKind.Text ? _fact with { Note = _cursor.Take().Value } : _fact;
        }
        else
        {
            ReadLongConstraint();
        }
    }

    private void ReadLongConstraint()
    {
        if (_cursor.Accept("default"))
        {
            ReadDefault();
        }
        else if (_cursor.Accept("references"))
        {
            var (target, onDelete) = SqlReference.Read(_cursor);
            _fact = _fact with { References = target, OnDelete = onDelete };
        }
        else if (_cursor.Accept("check"))
        {
            var condition = _cursor.Brackets();
            _fact = SqlChecks.Apply(_fact, condition, _table);
        }
        else if (_cursor.Accept("generated"))
        {
            ReadGenerated();
        }
        else if (_cursor.Accept("constraint"))
        {
            _cursor.Name();
        }
        else
        {
            _cursor.Take();
        }
    }

    private void ReadDefault()
    {
        var tokens = new List<SqlToken>();
        for (var depth = 0; !_cursor.AtEnd; )
        {
            if (depth == 0 && tokens.Count > 0 && System.Array.Exists(AfterType, word => _cursor.Current.Is(word)))
            {
                break;
            }

            depth += _cursor.Current.Is("(") ? 1 : _cursor.Current.Is(")") ? -1 : 0;
            tokens.Add(_cursor.Take());
        }

        _fact = tokens.Count == 0 ? _fact : _fact with { Default = tokens[0].Kind == SqlTokenKind.Text ? tokens[0].Value : SqlCursor.Text(tokens) };
    }

    /// <summary>GENERATED … AS IDENTITY numbers rows; GENERATED ALWAYS AS (…) computes.</summary>
    private void ReadGenerated()
    {
        while (!_cursor.AtEnd && !_cursor.IsNext("as"))
        {
            _cursor.Take();
        }

        _cursor.Accept("as");
        if (_cursor.Accept("identity"))
        {
            _cursor.Brackets();
            _fact = _fact with { Type = DataType.Of(DataKind.Identity) };
            return;
        }

        var formula = _cursor.Brackets();
        _cursor.Accept("stored");
        Mark("calculated");
        _fact = _fact with { Note = SqlCursor.Text(formula) };
    }

    private void Mark(string mark) => _fact = _fact with { Marks = [.. _fact.Marks, mark] };
}
