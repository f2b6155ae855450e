namespace Schemawright.Proof.Scripts;

/// <summary>One statement of an SQL text with its place.</summary>
/// <param name="Line">The line of its first word, from 1.</param>
/// <param name="Sql">Without leading comments and without the semicolon.</param>
internal sealed record SqlStatement(string File, int Line, string Sql)
{
    public string Place => $"{File}:{Line}";

    /// <summary>The statement's words joined by single spaces, comments left out, so that two spellings of one statement compare equal.</summary>
    public string Normalized => SqlLexer.Normalize(Sql);
}
