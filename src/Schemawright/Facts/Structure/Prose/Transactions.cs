using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>Nouns for what somebody makes by doing it, each for one doer: a person books appointments, each of which is that person's.</summary>
internal static class Transactions
{
    private static readonly HashSet<string> Nouns =
        """
        appointment order booking reservation request application complaint claim report ticket payment donation bid offer enquiry inquiry message comment review rating vote subscription registration contract lease loan
        deposit withdrawal purchase return invoice quote quotation form declaration submission entry conflict proposal petition objection appeal transfer transaction rental enrolment enrollment prescription referral statement
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    public static bool IsOne(string key) => Nouns.Contains(key[(key.LastIndexOf('_') + 1)..]);
}
