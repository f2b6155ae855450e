using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>Which given name stands for which wanted one, one to one: first as written, then without the owner's name before it.</summary>
internal static class Pairing
{
    /// <param name="wanted">The names each wanted thing may have, the first one first.</param>
    /// <param name="owner">Names of the owner, which may or may not stand before a given or a wanted name.</param>
    /// <returns>For each wanted thing the index of the given name; -1 for none.</returns>
    public static int[] Of(IReadOnlyList<Seq<string>> wanted, IReadOnlyList<string> given, params string[] owner)
    {
        var pairs = Enumerable.Repeat(-1, wanted.Count).ToArray();
        var prefixes = owner.Select(Spelling.Words).SelectMany(words => new[] { words, words.TakeLast(1).ToSeq() }).Where(words => words.Count > 0)
            .OrderByDescending(words => words.Count).ToArray();
        Func<string, string>[] forms = owner.Length == 0 ? [Spelling.Key] : [Spelling.Key, name => WithoutOwner(name, prefixes)];
        var turns = wanted.Select(names => names.Count).DefaultIfEmpty().Max();
        foreach (var form in forms)
        {
            var keys = given.Select(form).ToArray();
            for (var turn = 0; turn < turns; turn++)
            {
                Match(wanted, form, turn, keys, pairs);
            }
        }

        return pairs;
    }

    private static void Match(IReadOnlyList<Seq<string>> wanted, Func<string, string> form, int turn, string[] keys, int[] pairs)
    {
        for (var index = 0; index < wanted.Count; index++)
        {
            if (pairs[index] >= 0 || wanted[index].Count <= turn)
            {
                continue;
            }

            var key = form(wanted[index][turn]);
            pairs[index] = Enumerable.Range(0, keys.Length).Where(at => keys[at] == key && !pairs.Contains(at)).DefaultIfEmpty(-1).First();
        }
    }


    private static string WithoutOwner(string name, Seq<string>[] prefixes)
    {
        var words = Spelling.Words(name);
        var prefix = prefixes.FirstOrDefault(prefix => words.Count > prefix.Count && words.Take(prefix.Count).SequenceEqual(prefix, StringComparer.Ordinal));
        return Spelling.Key(words.Skip(prefix.Count));
    }
}
