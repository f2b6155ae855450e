using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Structure.Code;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>
/// Reads data classes of C#, Java, Kotlin, Go and Python. Outside of a data model, a class that does not say that it is stored stays weak.
/// </summary>
internal sealed class ClassReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var fences = document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence)).Select(fence => (Fence: fence, Language: ClassLanguages.Of(fence))).Where(entry => entry.Language is not null).ToList();
        if (fences.Count == 0)
        {
            return;
        }

        var read = fences.ConvertAll(entry => (entry.Fence, Classes: Classes(entry.Fence, entry.Language!.Value)));
        var enums = read.SelectMany(entry => entry.Classes.Enums).DistinctBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var writer = new ClassWriter(new FactWriter(document, facts, FactForm.Interface), enums);
        foreach (var (fence, classes) in read)
        {
            var inDataModel = Subjects.IsDataModel(fence.Headings);
            var models = classes.Models.FindAll(model => model.Members.Count > 0 && EntityNames.IsName(model.Name) && (model.Stored || inDataModel || !EntityNames.IsTransient(model.Name)));
            models.ForEach(model => writer.Write(model, inDataModel));
            if (models.Count > 0 && (inDataModel || models.TrueForAll(model => model.Stored)))
            {
                facts.Claim(fence);
            }
        }
    }

    private static (List<ClassModel> Models, Dictionary<string, Seq<string>> Enums) Classes(CodeFence fence, ClassLanguage language)
    {
        if (language == ClassLanguage.Python)
        {
            var classes = PythonClasses.In(fence);
            return (PythonModels.Of(classes), PythonModels.Enums(classes));
        }

        var code = new CodeText(fence);
        var models = language switch
        {
            ClassLanguage.Go => GoStructs.In(code),
            _ => [.. BraceClasses.In(code, language), .. ParameterClasses.In(code, language)],
        };
        return (WithBases(models), CodeTypes.Unions(code.Text));
    }

    /// <summary>What a base class of the same code holds, the classes that extend it hold; the base alone is then no entity.</summary>
    private static List<ClassModel> WithBases(List<ClassModel> models)
    {
        var byName = models.DistinctBy(model => model.Name, StringComparer.Ordinal).ToDictionary(model => model.Name, StringComparer.Ordinal);
        var bases = models.Where(model => model.Base is not null && model.Base.Contains("Base", StringComparison.Ordinal) && byName.ContainsKey(model.Base)).Select(model => model.Base!).ToHashSet(StringComparer.Ordinal);
        return [.. models.Where(model => !bases.Contains(model.Name)).Select(model => model.Base is { } name && bases.Contains(name) ? model with { Members = [.. byName[name].Members, .. model.Members] } : model)];
    }
}
