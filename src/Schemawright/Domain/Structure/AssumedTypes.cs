using Schemawright.Terms;

namespace Schemawright.Domain.Structure;

/// <summary>The type that the head noun of a name suggests when the documents give none.</summary>
internal static class AssumedTypes
{
    public static DataType Of(string name) => new(Kind(name));

    private static DataKind Kind(string name)
    {
        var last = AttributeNames.LastWord(name);
        return last switch
        {
            "at" or "timestamp" or "login" => DataKind.Timestamp,
            "date" or "birthday" or "dob" or "on" => DataKind.Date,
            "time" => DataKind.Timestamp,
            "email" => DataKind.Email,
            "phone" or "mobile" or "fax" => DataKind.Phone,
            "url" or "link" or "website" or "uri" => DataKind.Url,
            "amount" or "price" or "cost" or "total" or "subtotal" or "fee" or "balance" or "salary" or "budget" or "tax" or "discount" => DataKind.Money,
            "count" or "quantity" or "qty" or "size" or "position" or "order" or "capacity" or "age" or "year" or "number" when last != "number" => DataKind.Integer,
            "rate" or "percentage" or "percent" => DataKind.Percentage,
            "currency" => DataKind.CurrencyCode,
            "timezone" => DataKind.TimeZone,
            "description" or "notes" or "note" or "content" or "body" or "comment" or "comments" or "reason" or "message" or "bio" or "text" or "instructions" => DataKind.LongText,
            "metadata" or "settings" or "config" or "configuration" or "preferences" or "data" or "payload" or "options" => DataKind.Json,
            "confirmed" or "active" or "enabled" or "verified" or "completed" or "approved" or "required" or "read" or "published" => DataKind.Boolean,
            _ when name.StartsWith("is_", StringComparison.Ordinal) || name.StartsWith("has_", StringComparison.Ordinal) => DataKind.Boolean,
            _ when name is "ip_address" => DataKind.IpAddress,
            _ => DataKind.ShortText,
        };
    }
}
