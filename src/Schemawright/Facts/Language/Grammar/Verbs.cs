namespace Schemawright.Facts.Language.Grammar;

[Flags]
internal enum VerbForm
{
    None = 0,
    Base = 1,

    /// <summary>Third person: records, carries.</summary>
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <param name="Base">The verb without ending.</param>
/// <param name="IsNoun">The base form is as often a noun: order, record.</param>
internal readonly record struct VerbReading(string Base, VerbForm Form, bool IsNoun);

/// <summary>Tells which form of which verb a word may be.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, VerbReading> Forms = AllForms();

    /// <summary>The known verb's form; of a word not known only an ending in -ed is taken for a participle.</summary>
    public static VerbReading Read(string word) => Forms.TryGetValue(word, out var known) ? known : Guess(word);

    /// <summary>Only verbs of the table; <c>None</c> for every other word.</summary>
    public static VerbReading Known(string word) => Forms.GetValueOrDefault(word);

    private static VerbReading Guess(string word) =>
        word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal)
            ? new(word[^3] is 'i' ? word[..^3] + "y" : word.Length > 5 && word[^3] == word[^4] && word[^3] is 'p' or 't' or 'n' or 'g' or 'b' or 'd' or 'm' or 'r' ? word[..^3] : Bare(word[..^2]) ? word[..^2] : word[..^1], VerbForm.Participle | VerbForm.Past, false)
            : Prefixed(word);

    private static readonly string[] Prefixes = ["over", "re", "out", "mis", "fore"];

    /// <summary>"overwritten", "resold", "retaken": the participle of a known verb with a prefix.</summary>
    private static VerbReading Prefixed(string word)
    {
        foreach (var prefix in Prefixes)
        {
            if (word.Length > prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal) && Forms.TryGetValue(word[prefix.Length..], out var reading) && (reading.Form & VerbForm.Participle) != 0 && (reading.Form & VerbForm.Base) == 0 && !word.EndsWith("ed", StringComparison.Ordinal))
            {
                return new(prefix + reading.Base, reading.Form & (VerbForm.Participle | VerbForm.Past), false);
            }
        }

        return default;
    }

    /// <summary>Stems that take no silent e: water, open, visit.</summary>
    private static bool Bare(string stem) => EndsInTwo(stem) || stem is [.., 'e' or 'o' or 'i', 'r' or 'n' or 't' or 'l'] or [.., 'c', 'k'] or [.., 's', 's'] or [.., 's', 'h'] or [.., 'c', 'h'] or [.., 'w'] or [.., 'x'] or [.., 'y'];

    /// <summary>Two consonants that stand at the end of a verb without an e: hand, rent, lift, park.</summary>
    private static bool EndsInTwo(string stem) =>
        stem is [.., 'n' or 'l' or 'r', 'd' or 't' or 'k' or 'm' or 'n' or 'p'] or [.., 's' or 'f' or 'p' or 'c' or 'x', 't'] or [.., 'm', 'p'] or [.., 's', 'k'] or [.., 'l', 'l'] or [.., 'f', 'f'];

    private static Dictionary<string, VerbReading> AllForms()
    {
        var forms = new Dictionary<string, VerbReading>(StringComparer.Ordinal);
        foreach (var (verb, isNoun) in VerbWords.All)
        {
            var (past, participle) = VerbWords.Irregular.TryGetValue(verb, out var irregular) ? irregular : (Past(verb), Past(verb));
            Add(verb, verb, VerbForm.Base, isNoun);
            Add(Third(verb), verb, VerbForm.Third, isNoun);
            Add(past, verb, VerbForm.Past, false);
            Add(participle, verb, VerbForm.Participle, false);
            Add(participle == verb + verb[^1] + "ed" ? verb + verb[^1] + "ing" : Ing(verb), verb, VerbForm.Ing, false); // "occurred", "occurring"
        }

        return forms;

        void Add(string word, string verb, VerbForm form, bool isNoun) =>
            forms[word] = forms.TryGetValue(word, out var known) && known.Base == verb ? known with { Form = known.Form | form } : known.Base is null ? new(verb, form, isNoun) : known;
    }

    private static string Third(string verb) => verb switch
    {
        [.., 'o'] or [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 'c', 'h'] or [.., 's', 'h'] => verb + "es",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Past(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ied",
        _ => Doubles(verb) ? verb + verb[^1] + "ed" : verb + "ed",
    };

    private static string Ing(string verb) => verb switch
    {
        [.., 'i', 'e'] => verb[..^2] + "ying",
        [.., 'e', 'e'] => verb + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ => Doubles(verb) ? verb + verb[^1] + "ing" : verb + "ing",
    };

    /// <summary>One syllable of consonant, vowel, consonant: ship, shipped.</summary>
    private static bool Doubles(string verb) =>
        verb.Length is 3 or 4 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]) && (verb.Length == 3 || !IsVowel(verb[0]) && !IsVowel(verb[1]));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
