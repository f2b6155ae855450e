using Schemawright.Terms;

namespace Schemawright.Facts.Language;

/// <summary>The type an attribute most likely has by its name alone: its last word decides, then its first.</summary>
public static class HeadNounTypes
{
    private static readonly Dictionary<string, DataType> ByLastWord = Table();

    private static readonly HashSet<string> Particles = new("received available granted paid due off from to used left remaining ordered delivered spent open reserved sold returned requested approved planned worked booked built founded".Split(' '), StringComparer.Ordinal);

    /// <summary>Null when the name says nothing.</summary>
    public static DataType? Guess(string name)
    {
        var words = Naming.Words(name);
        if (words.Count == 0)
        {
            return null;
        }

        return Phrase(words) ?? Question(words) ?? BeforePer(words) ?? Plural(words) ?? BeforeParticle(words) ?? Last(words[^1]) ?? Limit(words);
    }

    /// <summary>"quantity received", "amount off", "postcode from": what the word before measures or names.</summary>
    private static DataType? BeforeParticle(IReadOnlyList<string> words) =>
        words.Count > 1 && Particles.Contains(words[^1]) && Last(words[^2]) is { Kind: DataKind.Integer or DataKind.Decimal or DataKind.Money or DataKind.Percentage or DataKind.ShortText } type ? type : null;

    /// <summary>"maximum boxes per day" counts, whatever it counts.</summary>
    private static DataType? Limit(IReadOnlyList<string> words) =>
        words.Count > 1 && words[0] is "max" or "maximum" or "min" or "minimum" && words.Skip(1).Any(word => Nouns.Singular(word) != word) ? DataType.Of(DataKind.Integer) : null;

    /// <summary>"price per night" is a price.</summary>
    private static DataType? BeforePer(IReadOnlyList<string> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at] is "per")
            {
                return Last(words[at - 1]);
            }
        }

        return null;
    }

    /// <summary>The type of an attribute that is only said to be a number.</summary>
    public static DataType OfNumber(string name) =>
        Guess(name) is { IsArray: false, Kind: DataKind.Money or DataKind.Percentage or DataKind.Decimal or DataKind.BigInteger } type
            ? type
            : DataType.Of(DataKind.Integer);

    /// <summary>Words whose meaning hangs on the word before them.</summary>
    private static DataType? Phrase(IReadOnlyList<string> words)
    {
        var before = words.Count > 1 ? words[^2] : "";
        return (before, words[^1]) switch
        {
            ("", "id" or "uuid" or "guid") => DataType.Of(DataKind.Uuid),
            ("phone" or "mobile" or "telephone" or "fax" or "contact" or "cell", "number" or "no") => DataType.Of(DataKind.Phone),
            ("ip", "address") => DataType.Of(DataKind.IpAddress),
            ("email" or "mail", "address") => DataType.Of(DataKind.Email),
            ("web" or "site", "address") => DataType.Of(DataKind.Url),
            ("time", "zone") => DataType.Of(DataKind.TimeZone),
            ("country", "code") => DataType.Of(DataKind.CountryCode),
            ("currency", "code") => DataType.Of(DataKind.CurrencyCode),
            ("language", "code") => DataType.Of(DataKind.LanguageCode),
            ("tax" or "vat" or "interest" or "discount" or "commission" or "success" or "completion", "rate") => DataType.Of(DataKind.Percentage),
            ("last" or "first", "login" or "seen" or "used" or "activity" or "visit") => DataType.Of(DataKind.Timestamp),
            ("start" or "end" or "birth" or "due" or "hire", "on" or "day") => DataType.Of(DataKind.Date),
            ("line" or "step" or "page" or "week" or "round" or "sequence" or "attempt" or "lap" or "chapter" or "revision", "number" or "no") => DataType.Of(DataKind.Integer),
            ("order" or "purchase" or "contract" or "market" or "insured" or "insurance" or "declared" or "replacement" or "estimated" or "deal", "value") => DataType.Of(DataKind.Money),
            ("approval" or "credit" or "spending" or "overdraft" or "withdrawal" or "expense" or "liability", "limit") => DataType.Of(DataKind.Money),
            ("measured" or "target" or "numeric" or "reference", "value") => DataType.Of(DataKind.Decimal),
            ("best", "before") or ("use" or "sell" or "eat", "by") => DataType.Of(DataKind.Date),
            ("period" or "contract" or "term" or "billing" or "season" or "coverage" or "subscription" or "trial" or "validity" or "lease", "start" or "end") => DataType.Of(DataKind.Date),
            ("price" or "amount" or "total" or "fee" or "cost" or "balance" or "subtotal" or "tax" or "discount" or "rate" or "value", "cents" or "minor") => DataType.Of(DataKind.BigInteger),
            ("date" or "day", "issued" or "due" or "returned" or "received" or "approved" or "signed" or "shipped" or "opened" or "closed" or "submitted" or "reported" or "paid" or "sold" or "purchased" or "acquired") => DataType.Of(DataKind.Date),
            ("file", "size") => DataType.Of(DataKind.BigInteger),
            ("employed" or "certified" or "licensed" or "hired" or "employment", "since" or "from" or "until" or "to") => DataType.Of(DataKind.Date),
            ("license" or "licence" or "passport" or "insurance" or "certificate" or "permit" or "visa" or "contract" or "warranty", "expiry" or "expiration") => DataType.Of(DataKind.Date),
            ("expected" or "planned" or "estimated" or "actual" or "scheduled", "arrival" or "departure") => DataType.Of(DataKind.Timestamp),
            ("total" or "amount" or "sum" or "subtotal", "net" or "gross") => DataType.Of(DataKind.Money),
            ("opening" or "business" or "office", "hours") or ("firmware" or "software" or "app" or "os", "version") => DataType.Of(DataKind.ShortText),
            ("valid" or "effective" or "warranty" or "guarantee" or "insured" or "covered", "from" or "to" or "till" or "until") => DataType.Of(DataKind.Date),
            ("max" or "maximum" or "min" or "minimum", _) when Last(words[^1]) is null => DataType.Of(DataKind.Integer),
            (not "", "cm" or "mm") => DataType.Of(DataKind.Integer),
            (not "", "kg" or "g" or "km" or "m" or "l" or "ml" or "sqm" or "kwh" or "kw" or "wh") => DataType.Of(DataKind.Decimal),
            ("opening" or "closing" or "open" or "close", "time") => DataType.Of(DataKind.Time),
            ("user", "agent") => DataType.Of(DataKind.LongText),
            ("opted" or "opt", "in" or "out") => DataType.Of(DataKind.Boolean),
            ("of", "birth" or "issue" or "issuance" or "hire" or "purchase") when words[0] is "date" => DataType.Of(DataKind.Date),
            (not "", "avg" or "average" or "mean") => DataType.Of(DataKind.Decimal),
            _ => words.Count > 2 && words[0] is "number" or "year" or "years" or "months" or "weeks" or "days" && words[1] is "of" ? DataType.Of(DataKind.Integer) : null,
        };
    }

    private static DataType? Question(IReadOnlyList<string> words) =>
        words.Count > 1 && words[0] is "is" or "has" or "can" or "should" or "allow" or "allows" or "needs" or "requires" or "was" or "must"
            || words.Count > 2 && words[0] is "visible" or "charged" or "billed" or "open" or "hidden" && words[1] is "to"
            ? DataType.Of(DataKind.Boolean)
            : null;

    private static DataType? Plural(IReadOnlyList<string> words) => words[^1] switch
    {
        "ids" => new DataType(DataKind.Uuid, IsArray: true),
        "urls" or "links" or "photos" or "images" => new DataType(DataKind.Url, IsArray: true),
        "tags" or "keywords" or "labels" => new DataType(DataKind.ShortText, IsArray: true),
        "emails" => new DataType(DataKind.Email, IsArray: true),
        _ => null,
    };

    private static DataType? Last(string word) => ByLastWord.GetValueOrDefault(word);

    private static Dictionary<string, DataType> Table()
    {
        var table = new Dictionary<string, DataType>(StringComparer.Ordinal);
        Add(DataType.Of(DataKind.Timestamp), "at timestamp datetime time when since until expires expiry expiration");
        Add(DataType.Of(DataKind.Date), "date dob birthday birthdate deadline on");
        Add(DataType.Of(DataKind.Duration), "duration interval");
        Add(
            DataType.Of(DataKind.Boolean),
            "enabled disabled active inactive verified confirmed visible hidden deleted archived published featured locked flag acknowledged accepted default required optional paid allowed agreed permitted included signed insured");
        Add(
            DataType.Of(DataKind.Integer),
            "count quantity qty age capacity version position sequence order rank points stock seats attempts minutes seconds days weeks months years year month week size score width height limit index step floor retries stars headcount");
        Add(DataType.Of(DataKind.BigInteger), "bytes");
        Add(DataType.Of(DataKind.Decimal), "rate deviation tolerance weight distance length temperature hours rating factor multiplier latitude longitude lat lon lng area volume");
        Add(DataType.Of(DataKind.Money), "amount price total cost fee salary balance subtotal budget revenue deposit discount tax wage payment income turnover rent fare refund surcharge estimate");
        Add(DataType.Of(DataKind.Percentage), "percent percentage pct ratio");
        Add(DataType.Of(DataKind.Url), "url uri link website webhook avatar photo image logo picture thumbnail file attachment");
        Add(DataType.Of(DataKind.Email), "email mail");
        Add(DataType.Of(DataKind.Phone), "phone mobile fax telephone tel cellphone");
        Add(DataType.Of(DataKind.CurrencyCode), "currency");
        Add(DataType.Of(DataKind.CountryCode), "country");
        Add(DataType.Of(DataKind.LanguageCode), "language locale");
        Add(DataType.Of(DataKind.TimeZone), "timezone tz");
        Add(DataType.Of(DataKind.IpAddress), "ip");
        Add(DataType.Of(DataKind.Coordinates), "coordinates gps geolocation");
        Add(
            DataType.Of(DataKind.LongText),
            "description notes note content body comment comments text message bio biography summary details remarks remark instructions reason address terms feedback explanation justification transcript diagnosis strengths weaknesses findings symptoms observations homework");
        Add(DataType.Of(DataKind.Json), "metadata settings config configuration preferences options data payload changes attributes properties json");
        Add(
            DataType.Of(DataKind.ShortText),
            "id name title label slug sku code number no reference ref key hash token subject city street zip postcode status state type category role kind method priority level gender stage mode color colour location venue password username login brand model serial");
        return table;

        void Add(DataType type, string words)
        {
            foreach (var word in words.Split(' '))
            {
                table.TryAdd(word, type);
            }
        }
    }
}
