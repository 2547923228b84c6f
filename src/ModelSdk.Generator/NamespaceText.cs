using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelSdk.Generator;

/// <summary>Makes a namespace of what a project calls its own.</summary>
internal static class NamespaceText
{
    private static readonly string[] TypeEndings = ["Model", "Input", "Prediction", "Predictor"];

    /// <summary>
    /// A namespace that can be written: what is not an identifier is made one with underscores, keywords get <c>@</c>. One that ends in the name
    /// of a generated type ends in the model's name instead, because the type could not be named from outside: <c>Acme.ChurnModel</c> becomes
    /// <c>Acme.Churn</c>.
    /// </summary>
    /// <param name="text">The project's namespace; may be empty, then it is the model's name.</param>
    /// <param name="modelName">The model's name.</param>
    public static string Clean(string text, string modelName)
    {
        string[] parts = [.. text.Split('.').Select(part => part.Trim()).Where(part => part.Length > 0).Select(CleanPart)];
        if (parts.Length == 0)
        {
            return Identifier.Escape(modelName);
        }

        string last = parts[parts.Length - 1];
        parts[parts.Length - 1] = TypeEndings.Any(ending => last == modelName + ending) ? modelName : last;
        return string.Join(".", parts.Select(Identifier.Escape));
    }

    private static string CleanPart(string part)
    {
        StringBuilder builder = new(part.TrimStart('@'));
        for (int index = 0; index < builder.Length; index++)
        {
            builder[index] = SyntaxFacts.IsIdentifierPartCharacter(builder[index]) ? builder[index] : '_';
        }

        return builder.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(builder[0]) ? builder.ToString() : "_" + builder;
    }
}
