using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator;

/// <summary>Names the properties that hold the probabilities of classes: <c>setosa</c> becomes <c>SetosaProbability</c>, <c>3</c> becomes <c>Class3Probability</c>.</summary>
internal static class ClassProperties
{
    /// <summary>A property for each class, each different; what comes out alike is numbered from 2.</summary>
    /// <param name="classes">The classes' names.</param>
    /// <param name="others">The other names in the prediction type.</param>
    public static IReadOnlyList<string> Name(IEnumerable<string> classes, IEnumerable<string> others)
    {
        HashSet<string> taken = new(others, StringComparer.Ordinal);
        List<string> properties = [];
        foreach (string name in classes)
        {
            string stem = PropertyNames.Clean(StartsWithLetter(name) ? name : "Class " + name);
            string property = PropertyNames.FirstFree(stem + MemberRules.Probability, taken);
            taken.Add(property);
            properties.Add(property);
        }

        return properties;
    }

    private static bool StartsWithLetter(string name) => name.FirstOrDefault(char.IsLetterOrDigit) is var first && char.IsLetter(first);
}
