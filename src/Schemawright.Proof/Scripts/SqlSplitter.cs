namespace Schemawright.Proof.Scripts;

/// <summary>Splits an SQL text into its statements.</summary>
internal static class SqlSplitter
{
    public static IReadOnlyList<SqlStatement> Split(string file, string sql)
    {
        var statements = new List<SqlStatement>();
        var lines = new LineCounter(sql);
        var body = new AtomicBody();
        var (start, end) = (-1, -1);
        foreach (var token in SqlLexer.Tokens(sql))
        {
            if (token.Kind is SqlTokenKind.Space or SqlTokenKind.Comment)
            {
                continue;
            }

            if (token.Kind == SqlTokenKind.Semicolon && !body.IsOpen)
            {
                Take();
                continue;
            }

            body.Read(token.In(sql));
            start = start < 0 ? token.Start : start;
            end = token.End;
        }

        Take();
        return statements;

        void Take()
        {
            if (start >= 0)
            {
                statements.Add(new(file, lines.LineOf(start), sql[start..end]));
            }

            body = new AtomicBody();
            start = -1;
        }
    }

    /// <summary>Knows whether the place is inside BEGIN ATOMIC … END, whose semicolons belong to the statement.</summary>
    private sealed class AtomicBody
    {
        private string _last = "";
        private int _depth;

        public bool IsOpen => _depth > 0;

        public void Read(ReadOnlySpan<char> token)
        {
            var word = token.ToString().ToUpperInvariant();
            if (word == "ATOMIC" && _last == "BEGIN")
            {
                _depth = 1;
            }
            else if (IsOpen && word == "CASE")
            {
                _depth++;
            }
            else if (IsOpen && word == "END")
            {
                _depth--;
            }

            _last = word;
        }
    }

    /// <summary>Counts line ends once, since the places asked for only grow.</summary>
    private sealed class LineCounter(string text)
    {
        private int _line = 1;
        private int _place;

        public int LineOf(int place)
        {
            _line += text.AsSpan(_place, place - _place).Count('\n');
            _place = place;
            return _line;
        }
    }
}
