using System.Globalization;
using System.Text;
using System.Xml;
using Schemawright.Proof.Mutation;

namespace Schemawright.Proof.Ledger;

/// <summary>A proof as build servers show tests: a refuted promise is a failure, one that could not be tried an error, never a skipped test.</summary>
internal static class ProofJUnit
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    private sealed record Case(string Name, Verdict Verdict, string Words);

    public static string Write(ProofReport report)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Clean(report.AppName));
            foreach (var obligation in report.Obligations)
            {
                Write(xml, obligation.Name, [.. Cases(obligation)]);
            }

            if (report.Mutation is { } mutation)
            {
                Write(xml, "Mutation", [Score(mutation)]);
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>An obligation without vectors is a case of its own: something must show that nothing was tried.</summary>
    private static IEnumerable<Case> Cases(ObligationResult obligation) => obligation.Vectors.Count == 0
        ? [new(obligation.Claim, obligation.Verdict, obligation.Reason)]
        : obligation.Vectors.Select(vector => new Case($"{vector.Subject}: {vector.Attempt}", vector.Verdict, $"expected {vector.Expected}; the server answered {vector.Answer} ({vector.Source})"));

    private static Case Score(MutationReport mutation) => new(
        "defects are noticed", mutation.IsEnough ? Verdict.Proved : Verdict.Refuted, string.Create(CultureInfo.InvariantCulture, $"{mutation.Noticed} of {mutation.Made} defects noticed, {mutation.Score} %"));

    private static void Write(XmlWriter xml, string name, Case[] cases)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        Count(xml, "tests", cases.Length);
        Count(xml, "failures", cases.Count(known => known.Verdict == Verdict.Refuted));
        Count(xml, "errors", cases.Count(known => known.Verdict == Verdict.CouldNotVerify));
        Count(xml, "skipped", cases.Count(known => known.Verdict == Verdict.NotApplicable));
        foreach (var known in cases)
        {
            Write(xml, name, known);
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string suite, Case known)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", Clean(known.Name));
        if (known.Verdict != Verdict.Proved)
        {
            xml.WriteStartElement(known.Verdict switch { Verdict.Refuted => "failure", Verdict.CouldNotVerify => "error", _ => "skipped" });
            xml.WriteAttributeString("message", Clean(known.Words));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Count(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Without the characters no XML document may hold.</summary>
    private static string Clean(string words) => string.Concat(words.Where((character, place) =>
        XmlConvert.IsXmlChar(character) || (place + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[place + 1], character)) || (place > 0 && XmlConvert.IsXmlSurrogatePair(character, words[place - 1]))));
}
