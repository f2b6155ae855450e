using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>Tells nouns that measure or describe something from nouns that name a thing.</summary>
internal static class AttributeWords
{
    private static readonly Remembered<bool> Known = new(Read);

    private static readonly HashSet<string> More = Words(
        """
        surname forename nickname initials nationality gender sex birthday birthplace occupation profession qualification speciality specialty grade severity urgency outcome result remark impression purpose method unit letter
        colour altitude depth gravity pressure pulse humidity speed mileage share stage position rank score confidence interest dosage payload make maker designation breed genre mood kind style format edition_number isbn
        floor room_number extension address location latitude longitude country city town county region street zip postcode district neighbourhood plate licence license permit certificate degree salary income wage rate hours
        duration frequency interval period validity deadline lead_time term terms conditions clause purchase_value value worth volume weight height width length size area capacity count total amount sum balance charge charges
        date day month year time hour minute moment since until from to beginning expiry status state condition availability visibility priority level difficulty type category class classification role function responsibility
        code number id identifier key label title name description summary abstract text content body comment note notes reason cause diagnosis symptom treatment_plan allergy phone telephone mobile fax email e-mail mail website url
        picture photo image logo signature barcode fingerprint username login password pin token color hair eye education skill experience hobby language religion blood_group blood_type rhesus_factor haemoglobin questionnaire
        estimate night start end finish mother_tongue weekday heading caption wording remit capacity excuse purpose interpretation abbreviation acronym birth_year deductible phase instruction designation guild cause circumference diameter width thickness voicing tuning pitch key_signature
        density symbol headline vintage magnitude hardness quality wattage polygon coordinates dimension dimensions measurement measurements offset radius diameter perimeter moisture acidity salinity concentration purity
        brightness intensity wavelength resolution latency departure arrival opinion motto slogan iban waist chest collar inseam bust shape shade tempo litre kilogram gram kilometre metre tonne specialism specialisation
        lifetime lifespan shelfmark aroma taste thickness spacing margin bearing particulars transcript mobile payload
        theme topic subject keyword tag material fabric texture brand manufacturer model serial version revision flavour flavor ingredient_list spelling tone currency tax vat discount bonus penalty fine premium tip deposit
        domain percentage percent ratio proportion distance direction angle temperature voltage current power energy consumption yield output sail_area tonnage horsepower seats seat_count rating star stars finding findings
        """);

    /// <summary>Ends of names that are attributes although their last word could be a thing.</summary>
    public static bool IsOne(string name) => Known.Of(name);

    private static bool Read(string name)
    {
        var key = Naming.EntityKey(name);
        var last = key[(key.LastIndexOf('_') + 1)..];
        if (key.IndexOf("_number_of_", StringComparison.Ordinal) > 0 || key.StartsWith("kind_of_", StringComparison.Ordinal))
        {
            return true; // "maximum number of guests"
        }

        if ((key.StartsWith("date_", StringComparison.Ordinal) || key.StartsWith("time_", StringComparison.Ordinal)) && last is "in" or "out" or "back" or "due" or "from" or "to" or "until" or "off")
        {
            return true; // "date due back"
        }

        if (key.IndexOf("_of_", StringComparison.Ordinal) is var of and > 0 && Measures.Contains(key[..of]))
        {
            return true; // "date of joining", "year of construction"
        }

        return More.Contains(key) || More.Contains(last) || HeadNounTypes.Guess(name) is not null || HeadNounTypes.Guess(key.Replace('_', ' ')) is not null;
    }

    public static bool IsOne(NounPhrase phrase) => phrase.Determiner == Determiner.Other || IsOne(phrase.Name);

    /// <summary>Nouns that are an attribute of one thing and a thing of their own elsewhere; what is said of them decides.</summary>
    public static bool MayBeThing(string key) => Both.Contains(key[(key.LastIndexOf('_') + 1)..]);

    /// <summary>Words that name a thing of the same kind whatever stands before them: home country, source language.</summary>
    public static bool IsShared(string key) => key is "language" or "country" or "currency" or "city" or "town" or "region" or "county" or "district" or "venue" or "material" or "skill";

    private static readonly HashSet<string> Measures = Words("date day time year month number place amount price name title duration length width height depth weight area size reason cause code kind type level rate degree quantity unit cost value state status start end purpose language colour age share proof country rating flag term terms");

    private static readonly HashSet<string> Both = Words(
        """
        permit licence license certificate pitch key slot shift tour penalty bonus discount warning award prize charge class agreement quote ticket degree certification qualification instruction grade order payment comment message venue refund deposit fee fine bill location position role category class type model rating review session file photo document attachment address account note test grade stage level unit stock price
        discount tax rate area room floor seat species breed brand subject material reading score picture image video contact response result reservation version revision record entry rule term condition period week month year
        """);

    private static HashSet<string> Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
}
