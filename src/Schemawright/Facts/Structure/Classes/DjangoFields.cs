using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>The fields of Django's models.</summary>
internal static class DjangoFields
{
    /// <summary>The type in the spelling of a member; null when the call makes no field.</summary>
    public static string? TypeOf(CodeCall call) => call.Name switch
    {
        "CharField" or "FilePathField" => "string",
        "SlugField" => "slug",
        "TextField" => "text",
        "IntegerField" or "SmallIntegerField" or "PositiveIntegerField" or "PositiveSmallIntegerField" => "int",
        "BigIntegerField" or "PositiveBigIntegerField" => "bigint",
        "AutoField" or "BigAutoField" or "SmallAutoField" => "serial",
        "DecimalField" => "decimal",
        "FloatField" => "float",
        "BooleanField" or "NullBooleanField" => "boolean",
        "DateField" => "date",
        "DateTimeField" => "timestamp",
        "TimeField" => "time",
        "DurationField" => "duration",
        "EmailField" => "email",
        "URLField" or "FileField" or "ImageField" => "url",
        "UUIDField" => "uuid",
        "JSONField" => "json",
        "BinaryField" => "bytes",
        "GenericIPAddressField" or "IPAddressField" => "inet",
        "PhoneNumberField" => "phone",
        "CountryField" => "country",
        "MoneyField" => "money",
        "PointField" => "point",
        "ForeignKey" or "OneToOneField" => Target(call),
        "ManyToManyField" => Target(call) + "[]",
        _ => null,
    };

    /// <summary>What the field's options say, those of the program's own business left out.</summary>
    public static CodeCall Options(CodeCall call)
    {
        var known = call.Arguments.Where(argument => argument.Key is not (null or "related_name" or "verbose_name" or "help_text" or "blank" or "through" or "null" or "to" or "editable" or "db_index")).ToList();
        known.AddRange(call.Name is "OneToOneField" ? [new CallArgument("unique", "True")] : []);
        known.AddRange(call.Name.StartsWith("Positive", StringComparison.Ordinal) ? [new CallArgument("min", "0")] : []);
        return new("options", known);
    }

    /// <summary><c>Member</c>, <c>"app.Member"</c>, <c>settings.AUTH_USER_MODEL</c>.</summary>
    private static string Target(CodeCall call)
    {
        var name = CallArgument.Unquoted(call.Named("to") ?? call.First);
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last is "AUTH_USER_MODEL" ? "User" : last;
    }
}
