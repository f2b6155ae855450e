// How build time grows with the product: ten times the entities may cost little more than ten times the time.
// The figure is a ratio of two builds run in the same breath, never a time.
using Schemawright.Benchmarks;
using System.Globalization;

var root = Path.Combine(Path.GetTempPath(), "schemawright-bench");
var small = Product(100);
var large = Product(1000);
Build(small);
var ratios = Enumerable.Range(0, 3).Select(_ => Build(large) / Build(small)).Order().ToList();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"build of 1,000 entities / build of 100 entities: {ratios[1]:0.0} (of {ratios[0]:0.0} to {ratios[2]:0.0})"));
Directory.Delete(root, recursive: true);

string Product(int entities)
{
    var folder = Path.Combine(root, entities.ToString(CultureInfo.InvariantCulture));
    Programs.Run("dotnet", "run", "bench/generate.cs", "--", entities.ToString(CultureInfo.InvariantCulture), folder);
    return folder;
}

double Build(string product)
{
    return Programs.Run("./schemawright", "build", product, "--out", Path.Combine(root, "out")).TotalSeconds;
}
