using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Schemawright.Ecosystem.Tests;

/// <summary>A context compiled from generated source.</summary>
internal static class GeneratedContext
{
    /// <summary>As every SDK project: a package built for an earlier patch of another is no mistake of the source.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> SdkDefaults = new(StringComparer.Ordinal) { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    public static Assembly Compile(string name, string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")).DistinctBy(Path.GetFileName, StringComparer.Ordinal)
            .Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            $"Generated.{name}", [CSharpSyntaxTree.ParseText(source, cancellationToken: Xunit.TestContext.Current.CancellationToken)], references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, specificDiagnosticOptions: SdkDefaults));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes, cancellationToken: Xunit.TestContext.Current.CancellationToken);
        result.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();
        return Assembly.Load(bytes.ToArray());
    }

    public static DbContext Open(Assembly assembly, string connection)
    {
        var type = assembly.GetTypes().Single(known => known.IsSubclassOf(typeof(DbContext)));
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql(connection);
        return (DbContext)Activator.CreateInstance(type, builder.Options)!;
    }

    public static IQueryable<object> Rows(DbContext context, Type entity) =>
        (IQueryable<object>)typeof(DbContext).GetMethods().Single(method => method is { Name: nameof(DbContext.Set), IsGenericMethod: true } && method.GetParameters().Length == 0)
            .MakeGenericMethod(entity).Invoke(context, null)!;

    private static bool IsManaged(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
