namespace Schemawright.Facts.Language.Grammar;

/// <summary>Nouns for people, whom "he" and "she" stand for and "it" does not.</summary>
internal static class Persons
{
    private static readonly HashSet<string> Nouns = """
        person people man woman child parent father mother son daughter brother sister friend neighbour guardian adult relative spouse partner baby boy girl
        customer client guest visitor patient passenger tourist traveller member subscriber user reader borrower tenant landlord owner holder buyer purchaser seller vendor bidder donor applicant candidate adopter lender
        pupil student learner apprentice trainee participant player competitor athlete runner rider swimmer captain referee umpire coach trainer instructor teacher tutor lecturer professor mentor
        doctor physician surgeon nurse vet veterinarian therapist dentist midwife pharmacist optician optometrist technician mechanic engineer electrician plumber carpenter tailor baker cook chef waiter gardener farmer fisherman hunter ranger
        employee worker labourer colleague manager director chairman chair secretary treasurer clerk officer inspector supervisor foreman agent broker consultant adviser advisor lawyer solicitor judge witness notary auditor accountant cashier
        driver pilot courier dispatcher operator steward attendant conductor guard porter caretaker janitor librarian archivist curator conservator registrar researcher scientist analyst investigator author writer editor translator interpreter
        journalist reporter photographer artist painter sculptor actor singer musician composer soloist dancer presenter host producer designer architect surveyor contractor supplier organiser organizer sponsor volunteer helper counsellor
        speaker reviewer chairperson spokesperson salesperson craftsman craftsperson priest officiant minister mayor councillor citizen resident inhabitant caller sender recipient receiver addressee signatory victim suspect prisoner soldier
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    public static bool IsOne(NounPhrase phrase)
    {
        var key = Naming.EntityKey(phrase.Name);
        return Nouns.Contains(key[(key.LastIndexOf('_') + 1)..]);
    }
}
