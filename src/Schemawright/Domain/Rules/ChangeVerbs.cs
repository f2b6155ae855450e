namespace Schemawright.Domain.Rules;

/// <summary>Which changes a sentence speaks of: edits, deletions or both.</summary>
internal sealed class ChangeVerbs
{
    private static readonly string[] EditWords = ["edit", "edited", "edits", "update", "updated", "updates", "modify", "modified", "change", "changed", "alter", "altered", "amended", "amend", "overwritten"];
    private static readonly string[] DeleteWords = ["delete", "deleted", "deletes", "remove", "removed", "erased", "purged"];
    private static readonly string[] FrozenWords = ["immutable", "append-only", "read-only", "unchangeable", "write-once"];

    public ChangeVerbs(IReadOnlyList<Token> words)
    {
        var frozen = Phrase.Has(words, FrozenWords);
        Edits = frozen || Phrase.Has(words, EditWords) || Phrase.IndexOf(words, 1, "changes") is > 0 and var verb && words[verb - 1].Is("never");
        Deletes = Phrase.Has(words, DeleteWords) || Phrase.Has(words, "append-only");
        Absolute = frozen || Phrase.Has(words, "never") || Ends(words);
    }

    public bool Edits { get; }

    public bool Deletes { get; }

    public bool Any => Edits || Deletes;

    /// <summary>The sentence ends with the verb: "orders cannot be deleted".</summary>
    public bool Absolute { get; }

    private static bool Ends(IReadOnlyList<Token> words)
    {
        var last = words.Count - 1;
        while (last > 0 && words[last].Kind == TokenKind.Mark)
        {
            last--;
        }

        return last > 0 && (words[last].IsAny(EditWords) || words[last].IsAny(DeleteWords) || words[last].IsAny(FrozenWords));
    }
}
