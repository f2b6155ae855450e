// How much longer reading 1 MB of documents takes than Markdig's own parse of the same text, in the same process and the same breath:
// dotnet run -c Release bench/reading.cs [folder of Markdown files]
#:project ../src/Schemawright/Schemawright.csproj
#:package Markdig
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Markdig;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts;

const int Size = 1 << 20;
var folder = args.Length > 0 ? args[0] : "examples";
var texts = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Where(file => !file.Contains("expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
var document = Document(texts);
var pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseYamlFrontMatter().Build();
Markdown.Parse(document, pipeline);
Read(document);

var ratios = new List<double>();
for (var round = 0; round < 5; round++)
{
    var parse = Time(() => Markdown.Parse(document, pipeline));
    ratios.Add(Time(() => Read(document)) / parse);
}

ratios.Sort();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading {document.Length / 1024:N0} KiB / Markdig's parse of it: {ratios[2]:0.0} (of {ratios[0]:0.0} to {ratios[^1]:0.0})"));

// The documents one after the other, again and again, until the text is long enough.
static string Document(List<string> texts)
{
    var document = new StringBuilder(Size + 65536);
    for (var round = 0; document.Length < Size; round++)
    {
        foreach (var text in texts)
        {
            document.Append(CultureInfo.InvariantCulture, $"\n# Part {round}\n\n").Append(text);
        }
    }

    return document.ToString();
}

static void Read(string text)
{
    var findings = new Findings();
    FactReader.Read(DocumentReader.Read([new InputDocument("PRD.md", text)], "bench", findings), findings);
}

static double Time(Action action)
{
    GC.Collect();
    var watch = Stopwatch.StartNew();
    action();
    return watch.Elapsed.TotalMilliseconds;
}
