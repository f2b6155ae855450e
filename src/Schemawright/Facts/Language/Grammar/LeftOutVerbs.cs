namespace Schemawright.Facts.Language.Grammar;

/// <summary>Finds where a verb said once is left out of the next clause.</summary>
internal static class LeftOutVerbs
{
    /// <summary>"a club has a name, and a team a number": where the next subject stands right before its own list.</summary>
    public static int Gap(List<NounPhrase> objects)
    {
        for (var index = 1; index + 1 < objects.Count; index++)
        {
            if (objects[index].End == objects[index + 1].First && objects[index] is { Determiner: Determiner.Indefinite, Remark: null, Of: null } or { Determiner: Determiner.None, Plural: true, Remark: null, Of: null } && objects[index + 1].Determiner == Determiner.Indefinite)
            {
                return index;
            }
        }

        return -1;
    }
}
