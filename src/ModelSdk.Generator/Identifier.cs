using Microsoft.CodeAnalysis.CSharp;

namespace ModelSdk.Generator;

/// <summary>Writes identifiers.</summary>
internal static class Identifier
{
    /// <summary>The identifier, with <c>@</c> in front where it is a word of the language.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
